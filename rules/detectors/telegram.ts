import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'telegram-bot-token',
    name: 'Telegram bot token',
    shape: '{digits:7-10}:AA{base64url:32-33}',
    negatives: ['{digits:4}:{base64url:35}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://core.telegram.org/bots/features#botfather',
    revoke: 'Send /revoke to @BotFather.',
  },
  {
    id: 'telegram-bot-token-near',
    name: 'Telegram bot token',
    shape: '{digits:5-16}:{base64url:35}',
    negatives: ['{digits:17}:{base64url:35}'],
    role: 'secret',
    severity: 'error',
    near: ['telegram'],
    docs: 'https://core.telegram.org/bots/features#botfather',
    revoke: 'Send /revoke to @BotFather.',
  },
] satisfies Detector[]
