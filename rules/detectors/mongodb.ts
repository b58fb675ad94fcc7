import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'mongodb-service-account-secret',
    name: 'MongoDB Atlas service account secret',
    shape: 'mdb_sa_sk_{base64url:40}',
    role: 'secret',
    severity: 'error',
    docs: 'https://www.mongodb.com/docs/atlas/configure-api-access/',
    revoke: 'Delete the key or secret under Access Manager of the organization.',
  },
  {
    id: 'mongodb-service-account-id',
    name: 'MongoDB Atlas service account client ID',
    shape: 'mdb_sa_id_{hex:24}',
    role: 'identifier',
    severity: 'information',
    pair: 'mongodb-service-account-secret',
    docs: 'https://www.mongodb.com/docs/atlas/configure-api-access/',
    revoke: 'An identifier; revoke the client secret that belongs to it.',
  },
  {
    id: 'mongodb-private-key',
    name: 'MongoDB Atlas API private key',
    shape: '{hex:8}(-{hex:4}){3}-{hex:12}',
    role: 'secret',
    severity: 'error',
    near: ['mongodb_atlas', 'atlas', 'mongodb_private', 'mongodb_api', 'mongodb_key', 'mongodb_secret'],
    docs: 'https://www.mongodb.com/docs/atlas/configure-api-access/',
    revoke: 'Delete the key or secret under Access Manager of the organization.',
  },
] satisfies Detector[]
