const FORMS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['jasypt', /^ENC\(.{4,}\)$/s],
  ['sops', /^ENC\[AES256_GCM,data:/],
  ['ansible-vault', /^\$ANSIBLE_VAULT;/],
  ['vault transit', /^vault:v\d+:/],
  ['KMS', /^AQIC[A-Za-z0-9+/=]{40,}$/],
  ['sealed secret', /^Ag[A-Z][A-Za-z0-9+/=]{200,}$/],
  ['eyaml', /^ENC\[(?:PKCS7|GPG|KMS|VAULT)?,/],
  ['cipher', /^\{(?:cipher|aes|3des|des|ssha|sha|md5|bcrypt|pbkdf2|scrypt|crypt|noop)\}/i],
  ['age', /^(?:-----BEGIN AGE ENCRYPTED FILE-----|age-encryption\.org\/)/],
  ['PGP message', /^-----BEGIN PGP MESSAGE-----/],
  ['secretbox', /^(?:secure:|EJ\[1:)/],
]

/** How a value is encrypted, or undefined. */
export function encryptionOf(value: string): string | undefined {
  return FORMS.find(([, pattern]) => pattern.test(value))?.[0]
}
