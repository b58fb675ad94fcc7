import type { Detector } from '../../src/core/credential.ts'

export default [
  {
    id: 'ansible-encrypted-file',
    name: 'Ansible Vault encrypted content',
    shape: '$ANSIBLE_VAULT;1.{digits:1};AES256{[\\r\\n\\s\\t]:1-20}{[0-9a-f\\r\\n\\s\\t]:64-16000}',
    role: 'secret',
    severity: 'information',
    docs: 'https://docs.ansible.com/ansible/latest/vault_guide/index.html',
    revoke: "Change the secrets inside, and the vault's password with `ansible-vault rekey`.",
  },
] satisfies Detector[]
