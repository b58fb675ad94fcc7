import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'cratesio-api-token',
    name: 'crates.io API token',
    shape: 'cio{base62:32}',
    role: 'secret',
    severity: 'error',
    docs: 'https://doc.rust-lang.org/cargo/reference/publishing.html',
    revoke: 'Revoke the token under Account settings, API tokens on crates.io.',
  },
] satisfies Detector[]
