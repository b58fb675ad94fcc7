/** Languages with a reader in this folder. Derived from its files: `npm run derive`. */
export const READERS: readonly string[] = ['dotenv', 'hcl', 'ini', 'json', 'properties', 'toml', 'xml', 'yaml']
