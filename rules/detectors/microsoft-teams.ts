import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'microsoft-teams-webhook-url',
    name: 'Microsoft Teams webhook URL',
    shape: 'https://{[A-Za-z0-9-]:1-64}.webhook.office.com/webhookb2/{[A-Za-z0-9-]:36}@{[A-Za-z0-9-]:36}/IncomingWebhook/{base62:32}/{[A-Za-z0-9-]:36}(/{base64url:20-60})?',
    role: 'secret',
    severity: 'warning',
    docs: 'https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/what-are-webhooks-and-connectors',
    revoke: "Remove the webhook in the channel's Connectors or Workflows.",
  },
  {
    id: 'microsoft-teams-office-webhook-url',
    name: 'Microsoft Teams webhook URL (outlook.office.com)',
    shape: 'https://outlook.office.com/webhook/{hex:8}(-{hex:4}){3}-{hex:12}@{hex:8}(-{hex:4}){3}-{hex:12}/IncomingWebhook/{hex:32}/{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'warning',
    docs: 'https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/what-are-webhooks-and-connectors',
    revoke: "Remove the webhook in the channel's Connectors or Workflows.",
  },
] satisfies Detector[]
