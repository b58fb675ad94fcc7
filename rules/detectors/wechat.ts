import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'wechat-app-secret',
    name: 'WeChat AppSecret',
    shape: '{hex:32}',
    role: 'secret',
    severity: 'error',
    near: ['wechat', 'weixin', 'wx', 'wxapp'],
    docs: 'https://developers.weixin.qq.com/doc/',
    revoke: "Reset the AppSecret on the platform's administration.",
  },
  {
    id: 'wechat-app-id',
    name: 'WeChat AppID',
    shape: 'wx{hex:16}',
    role: 'identifier',
    severity: 'information',
    pair: 'wechat-app-secret',
    docs: 'https://developers.weixin.qq.com/doc/',
    revoke: 'An identifier; reset the AppSecret that belongs to it.',
  },
] satisfies Detector[]
