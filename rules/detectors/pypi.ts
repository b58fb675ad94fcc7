import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'pypi-api-token',
    name: 'PyPI API token',
    shape: 'pypi-AgEIcHlwaS5vcmc{base64url:50-700}',
    negatives: ['pypi-{base64url:60}'],
    role: 'secret',
    severity: 'error',
    docs: 'https://pypi.org/help/#apitoken',
    revoke: "Remove the token in the account's settings on PyPI.",
  },
  {
    id: 'pypi-test-api-token',
    name: 'TestPyPI API token',
    shape: 'pypi-AgENdGVzdC5weXBpLm9yZw{base64url:50-700}',
    role: 'secret',
    severity: 'warning',
    docs: 'https://test.pypi.org/help/#apitoken',
    revoke: "Remove the token in the account's settings on PyPI.",
  },
] satisfies Detector[]
