import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'pinecone-api-key',
    name: 'Pinecone API key',
    shape: 'pcsk_{base62:5-6}_{base62:63}',
    negatives: ['pcsk_{lower:5}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.pinecone.io/',
    revoke: 'Delete the key in the console under API keys.',
  },
  {
    id: 'pinecone-legacy-api-key',
    name: 'Pinecone API key (old form)',
    shape: '{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'error',
    near: ['pinecone'],
    docs: 'https://docs.pinecone.io/',
    revoke: 'Delete the key in the console under API keys.',
  },
] satisfies Detector[]
