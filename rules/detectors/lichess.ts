import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'lichess-personal-access-token',
    name: 'Lichess personal access token',
    shape: 'lip_{word:16-60}',
    negatives: ['lip_{lower:5}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://lichess.org/api',
    revoke: 'Revoke the token on the page API access tokens.',
  },
] satisfies Detector[]
