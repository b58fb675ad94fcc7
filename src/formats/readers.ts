/** Languages with a reader in this folder. Derived from its files: `npm run derive`. */
export const READERS: readonly string[] = ['hcl', 'json', 'yaml']
