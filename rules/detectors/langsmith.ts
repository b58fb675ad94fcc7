import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'langsmith-personal-access-token',
    name: 'LangSmith personal access token',
    shape: 'lsv2_pt_{hex:32}_{hex:10}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.langchain.com/langsmith/home',
    revoke: 'Delete the key in the settings under API Keys.',
  },
  {
    id: 'langsmith-service-key',
    name: 'LangSmith service key',
    shape: 'lsv2_sk_{hex:32}_{hex:10}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.langchain.com/langsmith/home',
    revoke: 'Delete the key in the settings under API Keys.',
  },
  {
    id: 'langsmith-legacy-key',
    name: 'LangSmith API key (old form)',
    shape: 'ls__{hex:32}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.langchain.com/langsmith/home',
    revoke: 'Delete the key in the settings under API Keys.',
  },
] satisfies Detector[]
