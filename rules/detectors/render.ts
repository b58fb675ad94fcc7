import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'render-api-key',
    name: 'Render API key',
    shape: 'rnd_{base62:28-36}',
    role: 'secret',
    severity: 'error',
    docs: 'https://render.com/docs/api',
    revoke: 'Delete the key under Account settings, API keys.',
  },
  {
    id: 'render-legacy-api-key',
    name: 'Render API key (old form)',
    shape: '{base62:32}',
    role: 'secret',
    severity: 'error',
    near: ['render_api', 'render_token', 'render_key'],
    docs: 'https://render.com/docs/api',
    revoke: 'Delete the key under Account settings, API keys.',
  },
] satisfies Detector[]
