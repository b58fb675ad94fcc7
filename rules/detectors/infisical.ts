import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'infisical-service-token',
    name: 'Infisical service token',
    shape: 'st.{base64url:3-48}.{base64url:3-48}.{hex-lower:8-64}',
    role: 'secret',
    severity: 'error',
    docs: 'https://infisical.com/docs',
    revoke: "Revoke the token in the project's access control.",
  },
] satisfies Detector[]
