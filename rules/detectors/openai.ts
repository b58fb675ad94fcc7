import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'openai-api-key',
    name: 'OpenAI API key',
    shape: 'sk-{base62:20}T3BlbkFJ{base62:20}',
    negatives: ['sk-x{[x]:47}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://platform.openai.com/docs/api-reference/authentication',
    revoke: 'Delete the key on the page API keys.',
  },
  {
    id: 'openai-project-key',
    name: 'OpenAI project, service account or admin key',
    shape: 'sk-(proj|svcacct|admin|None)-{base64url:20-100}T3BlbkFJ{base64url:20-100}',
    negatives: ['sk-proj-{base64url:150}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://platform.openai.com/docs/api-reference/authentication',
    revoke: 'Delete the key on the page API keys.',
  },
  {
    id: 'openai-unsigned-key',
    name: 'API key in the form of OpenAI',
    shape: 'sk-(None-)?{base62:48}',
    role: 'secret',
    severity: 'error',
    docs: 'https://platform.openai.com/docs/api-reference/authentication',
    revoke: 'Delete the key on the page API keys.',
  },
] satisfies Detector[]
