import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'openshift-user-token',
    name: 'OpenShift user token',
    shape: 'sha256~{base64url:43}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.redhat.com/en/documentation/openshift_container_platform',
    revoke: 'Delete the OAuth token with `oc delete useroauthaccesstoken`.',
  },
] satisfies Detector[]
