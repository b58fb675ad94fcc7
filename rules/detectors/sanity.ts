import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'sanity-api-token',
    name: 'Sanity API token',
    shape: 'sk{base62:150-180}',
    role: 'secret',
    severity: 'error',
    near: ['sanity'],
    docs: 'https://www.sanity.io/docs',
    revoke: "Delete the token in the project's settings under API.",
  },
  {
    id: 'sanity-padded-token',
    name: 'Sanity API token (short form)',
    shape: 'sk({base62:52}|{base62:78})',
    role: 'secret',
    severity: 'error',
    near: ['sanity'],
    docs: 'https://www.sanity.io/docs',
    revoke: "Delete the token in the project's settings under API.",
  },
] satisfies Detector[]
