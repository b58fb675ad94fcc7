import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'assemblyai-api-key',
    name: 'AssemblyAI API key',
    shape: '({hex-lower:32}|{base62:32})',
    role: 'secret',
    severity: 'error',
    near: ['assembly_ai'],
    docs: 'https://www.assemblyai.com/docs',
    revoke: 'Delete the key in the dashboard.',
  },
] satisfies Detector[]
