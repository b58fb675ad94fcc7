import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'devcycle-server-sdk-key',
    name: 'DevCycle server SDK key',
    shape: 'dvc_server_{base62:8-32}(_{base62:4-10}_{base62:4-10})?',
    negatives: ['dvc_server_{lower:5}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.devcycle.com',
    revoke: "Reset the SDK key in the environment's settings.",
  },
  {
    id: 'devcycle-client-sdk-key',
    name: 'DevCycle client SDK key',
    shape: 'dvc_client_{base62:8-32}(_{base62:4-10}_{base62:4-10})?',
    negatives: ['dvc_client_{lower:5}'],
    role: 'public',
    severity: 'information',
    docs: 'https://docs.devcycle.com',
    revoke: 'Made to be embedded in apps.',
  },
  {
    id: 'devcycle-mobile-sdk-key',
    name: 'DevCycle mobile SDK key',
    shape: 'dvc_mobile_{base62:8-32}(_{base62:4-10}_{base62:4-10})?',
    negatives: ['dvc_mobile_{lower:5}'],
    role: 'public',
    severity: 'information',
    docs: 'https://docs.devcycle.com',
    revoke: 'Made to be embedded in apps.',
  },
] satisfies Detector[]
