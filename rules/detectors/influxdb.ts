import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'influxdb-api-token',
    name: 'InfluxDB API token',
    shape: '{[A-Za-z0-9+/_-]:86-130}(=|==)?',
    role: 'secret',
    severity: 'error',
    near: ['influx', 'docker_influxdb'],
    docs: 'https://docs.influxdata.com/influxdb/v2/admin/tokens/',
    revoke: 'Delete the token with `influx auth delete`.',
  },
] satisfies Detector[]
