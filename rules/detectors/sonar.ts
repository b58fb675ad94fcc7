import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'sonar-token',
    name: 'SonarQube token',
    shape: 'sq(p|a|u)_{hex-lower:40}',
    role: 'secret',
    severity: 'error',
    docs: 'https://docs.sonarsource.com/sonarqube-server/user-guide/managing-tokens/',
    revoke: 'Revoke the token under My Account, Security.',
  },
  {
    id: 'sonar-contextual-token',
    name: 'SonarQube token',
    shape: 'sq(p|a|u)_{base64url:1}{[A-Za-z0-9_=-]:39}',
    role: 'secret',
    severity: 'error',
    near: ['sonar', 'sq', 'sonarqube', 'sonarcloud'],
    docs: 'https://docs.sonarsource.com/sonarqube-server/user-guide/managing-tokens/',
    revoke: 'Revoke the token under My Account, Security.',
  },
  {
    id: 'sonar-legacy-token',
    name: 'SonarQube token (old form)',
    shape: '({hex-lower:40}|{base64url:40})',
    role: 'secret',
    severity: 'error',
    near: ['sonar', 'sonarqube', 'sonarcloud'],
    docs: 'https://docs.sonarsource.com/sonarqube-server/user-guide/managing-tokens/',
    revoke: 'Revoke the token under My Account, Security.',
  },
] satisfies Detector[]
