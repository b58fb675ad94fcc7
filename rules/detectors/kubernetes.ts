import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'kubernetes-bootstrap-token',
    name: 'Kubernetes bootstrap token',
    shape: '{base36-lower:6}.{base36-lower:16}',
    role: 'secret',
    severity: 'error',
    near: ['bootstrap', 'kubeadm', '--token', 'tls-bootstrap', 'token:', 'kubernetes', 'k8s'],
    docs: 'https://kubernetes.io/docs/reference/access-authn-authz/bootstrap-tokens/',
    revoke: 'Delete it with `kubeadm token delete`.',
  },
  {
    id: 'kubernetes-bootstrap-secret',
    name: 'Kubernetes bootstrap token secret',
    shape: '{base36-lower:16}',
    role: 'secret',
    severity: 'error',
    near: ['token-secret'],
    docs: 'https://kubernetes.io/docs/reference/access-authn-authz/bootstrap-tokens/',
    revoke: 'Delete it with `kubeadm token delete`.',
  },
  {
    id: 'kubernetes-service-account-token',
    name: 'Kubernetes service account token',
    shape: 'eyJhbGciOiJSUzI1NiIsImtpZCI6I{base64url:10-100}.eyJ{base64url:100-2000}.{base64url:340-345}',
    role: 'secret',
    severity: 'error',
    docs: 'https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/',
    revoke: 'Delete the Secret that holds it, or the service account.',
  },
  {
    id: 'kubernetes-legacy-service-account-token',
    name: 'Kubernetes service account token (without expiry)',
    shape: 'eyJ{base64url:14-300}.eyJpc3MiOiJrdWJlcm5ldGVzL3NlcnZpY2VhY2NvdW50{base64url:20-2000}.{base64url:80-700}',
    role: 'secret',
    severity: 'error',
    docs: 'https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/',
    revoke: 'Delete the Secret that holds the token.',
  },
] satisfies Detector[]
