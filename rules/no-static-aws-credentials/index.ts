import type { Document } from '../../src/core/document.ts'
import { defineRule } from '../../src/core/rule.ts'
import { CREDENTIAL_WORDS } from '../../src/iac/sdk/usage.ts'
import { clients } from './clients.ts'
import { pipelines } from './pipelines.ts'
import { providers } from './providers.ts'
import { stores } from './stores.ts'

export default defineRule({
  id: 'no-static-aws-credentials',
  summary: 'Disallow long-lived keys of AWS where a role or OIDC serves',
  severity: 'warning',
  presets: { recommended: {}, strict: {} },
  messages: {
    workflow: 'This job signs in to AWS with keys that never end (`{{name}}`), though GitHub can vouch for it by OIDC.',
    pipeline: 'This job signs in to AWS with keys that never end (`{{name}}`), though GitLab can vouch for it by an ID token.',
    provider: '`{{name}}` gives Terraform keys that never end, which stand in its plans; a role or a profile does not.',
    client: '`{{name}}` gives `{{client}}` keys that never end; without, it takes those of the role that it runs in.',
    store: '`{{name}}` reads AWS with keys that never end, of a secret of the cluster; a service account takes a role.',
  },
  keywords: [...CREDENTIAL_WORDS, 'aws-secret-access-key', 'aws_secret_key', 'secret_key', 'secretref'],
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *check(document: Document) {
    yield* document.program ? clients(document, document.program) : document.format.id === 'hcl' ? providers(document) : [...pipelines(document), ...stores(document)]
  },
})
