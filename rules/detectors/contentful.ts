import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'contentful-management-token',
    name: 'Contentful personal access token',
    shape: 'CFPAT-{base64url:43}',
    role: 'secret',
    severity: 'error',
    docs: 'https://www.contentful.com/developers/docs/references/authentication/',
    revoke: 'Revoke the token under Settings, CMA tokens or API keys.',
  },
  {
    id: 'contentful-delivery-token',
    name: 'Contentful delivery or preview token',
    shape: '({base64url:43-45}|{base64url:1}{[A-Za-z0-9_=-]:42})',
    role: 'secret',
    severity: 'error',
    near: ['contentful'],
    docs: 'https://www.contentful.com/developers/docs/references/authentication/',
    revoke: 'Revoke the token under Settings, CMA tokens or API keys.',
  },
] satisfies Detector[]
