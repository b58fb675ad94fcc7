import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'huggingface-access-token',
    name: 'Hugging Face user access token',
    shape: 'hf_{base62:34}',
    role: 'secret',
    severity: 'error',
    docs: 'https://huggingface.co/docs/hub/security-tokens',
    revoke: 'Delete or refresh the token under Settings, Access Tokens.',
  },
  {
    id: 'huggingface-organization-token',
    name: 'Hugging Face organization API token',
    shape: 'api_org_{base62:34}',
    role: 'secret',
    severity: 'error',
    docs: 'https://huggingface.co/docs/hub/security-tokens',
    revoke: 'Delete or refresh the token under Settings, Access Tokens.',
  },
] satisfies Detector[]
