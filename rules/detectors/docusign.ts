import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'docusign-secret-key',
    name: 'DocuSign secret or integration key',
    shape: '{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'error',
    near: ['docusign', 'ds_secret'],
    docs: 'https://developers.docusign.com',
    revoke: "Delete the secret key in the app's settings.",
  },
] satisfies Detector[]
