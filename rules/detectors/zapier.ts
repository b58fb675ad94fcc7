import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'zapier-webhook-url',
    name: 'Zapier webhook URL',
    shape: 'https://hooks.zapier.com/hooks/catch/{digits:5-10}/{base36-lower:5-12}(/)?',
    role: 'secret',
    severity: 'warning',
    docs: 'https://help.zapier.com',
    revoke: 'Delete the trigger or make another webhook.',
  },
] satisfies Detector[]
