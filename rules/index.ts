// Derived from the folders beside it by `npm run derive`.
export const RULE_IDS = [
  'no-disabled-rotation',
  'no-hardcoded-secret',
  'no-invalid-rotation',
  'no-public-secret-policy',
  'no-short-recovery',
  'no-slow-rotation',
  'no-weak-generated-password',
  'no-wildcard-secret-action',
  'no-wildcard-secret-resource',
  'require-block-public-policy',
  'require-customer-key',
  'require-replica-key',
  'require-rotation',
] as const
