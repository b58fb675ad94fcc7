import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'clickhouse-api-key-secret',
    name: 'ClickHouse Cloud API key secret',
    shape: '4b1d{base62:38}',
    role: 'secret',
    severity: 'error',
    docs: 'https://clickhouse.com/docs/cloud/manage/openapi',
    revoke: 'Delete the key in the console under API keys.',
  },
] satisfies Detector[]
