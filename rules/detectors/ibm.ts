import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'ibm-api-key',
    name: 'IBM Cloud API key',
    shape: '{base64url:42-44}',
    role: 'secret',
    severity: 'error',
    near: ['ibm_cloud', 'ibm_api', 'ibm_key', 'ibm', 'watson', 'bluemix'],
    docs: 'https://cloud.ibm.com/docs/account?topic=account-userapikey',
    revoke: 'Delete the key under Manage, Access (IAM), API keys.',
  },
  {
    id: 'ibm-cloudant-credentials',
    name: 'IBM Cloudant credentials',
    shape: '{[A-Za-z0-9-]:36}-bluemix:{hex:64}@',
    role: 'secret',
    severity: 'error',
    docs: 'https://cloud.ibm.com/docs/Cloudant',
    revoke: 'Delete the key under Manage, Access (IAM), API keys.',
  },
  {
    id: 'ibm-cloudant-user',
    name: 'IBM Cloudant user name',
    shape: '{hex:8}(-{hex:4}){3}-{hex:12}-bluemix',
    role: 'identifier',
    severity: 'information',
    docs: 'https://cloud.ibm.com/docs/Cloudant',
    revoke: 'Delete the key under Manage, Access (IAM), API keys.',
  },
  {
    id: 'ibm-cos-hmac-secret',
    name: 'IBM Cloud Object Storage HMAC secret',
    shape: '{hex:48}',
    role: 'secret',
    severity: 'error',
    near: ['cos_hmac', 'cos_secret', 'secret_access_key', 'ibm_cos'],
    docs: 'https://cloud.ibm.com/docs/cloud-object-storage',
    revoke: 'Delete the key under Manage, Access (IAM), API keys.',
  },
] satisfies Detector[]
