import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'webflow-api-token',
    name: 'Webflow API token',
    shape: '({hex-lower:64}|{base62:32}|{base62:36})',
    role: 'secret',
    severity: 'error',
    near: ['webflow'],
    docs: 'https://developers.webflow.com',
    revoke: "Revoke the token in the site's settings under Apps & Integrations.",
  },
] satisfies Detector[]
