import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'sidekiq-enterprise-credentials',
    name: 'Sidekiq Pro or Enterprise credentials',
    shape: '{hex:8}:{hex:8}',
    role: 'secret',
    severity: 'error',
    near: ['bundle_enterprise__contribsys__com', 'bundle_gems__contribsys__com', 'contribsys', 'sidekiq'],
    docs: 'https://github.com/sidekiq/sidekiq/wiki/Commercial-FAQ',
    revoke: 'Contact Contributed Systems for other credentials.',
  },
  {
    id: 'sidekiq-url-credentials',
    name: 'Sidekiq Pro or Enterprise credentials in a URL',
    shape: 'http(s)?://<{hex:8}:{hex:8}>@(gems|enterprise).contribsys.com',
    role: 'secret',
    severity: 'error',
    docs: 'https://github.com/sidekiq/sidekiq/wiki/Commercial-FAQ',
    revoke: 'Contact Contributed Systems for other credentials.',
  },
] satisfies Detector[]
