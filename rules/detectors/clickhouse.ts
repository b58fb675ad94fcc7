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
  {
    id: 'clickhouse-key-id',
    name: 'ClickHouse Cloud API key ID',
    shape: '{base62:20}',
    role: 'identifier',
    severity: 'information',
    near: ['clickhouse'],
    pair: 'clickhouse-api-key-secret',
    docs: 'https://clickhouse.com/docs/cloud/manage/openapi',
    revoke: 'An identifier; delete the key in the console.',
  },
] satisfies Detector[]
