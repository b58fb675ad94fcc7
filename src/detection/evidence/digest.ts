export type Digest = 'UUID' | 'hexadecimal' | 'integrity' | 'password hash' | 'certificate' | 'public key' | 'coloned' | 'prefixed digest'

const HEX_LENGTHS = new Set([32, 40, 48, 56, 64, 96, 128])
const FORMS: readonly (readonly [Digest, RegExp])[] = [
  ['UUID', /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i],
  ['integrity', /^sha(?:1|256|384|512)-[A-Za-z0-9+/]{20,}={0,2}$/],
  ['prefixed digest', /^(?:sha\d{1,3}|md5|blake2b)[:=][A-Z0-9+/]{20,}={0,2}$/i],
  ['password hash', /^(?:\$(?:2[abxy]?|[156PH]|apr1|argon2\w{1,2}|scrypt|pbkdf2[\w-]*)\$|pbkdf2_sha\d+\$|\*[0-9A-F]{40}$|\{SSHA\})/],
  ['certificate', /^-----BEGIN (?:(?:NEW |TRUSTED )?CERTIFICATE|X509 CRL|PKCS7)/],
  ['certificate', /^MII[B-H][A-Za-z0-9+/]{5}CC[A-Za-z0-9+/=\s]{100,}$/],
  ['public key', /^-----BEGIN (?:RSA |EC |DSA |SSH2 )?PUBLIC KEY|^-----BEGIN PGP PUBLIC|^(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-\w+) AAAA|^AAAA(?:[BC]3NzaC1|E2VjZHNh)|^MI(?:GfMA0G|IBIjAN|ICIjAN|GJAoGB|IBCgKC)/],
  ['coloned', /^[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5,63}$/i],
]

/** What a value is the digest or the public half of, or undefined. A key can look like a hash: this is evidence, no verdict. */
export function digestOf(value: string): Digest | undefined {
  if (HEX_LENGTHS.has(value.length) && /^(?:[0-9a-f]+|[0-9A-F]+)$/.test(value)) return 'hexadecimal'
  return FORMS.find(([, pattern]) => pattern.test(value))?.[0]
}
