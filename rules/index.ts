// Derived from the folders beside it by `npm run derive`.
export const RULE_IDS = ['no-hardcoded-secret'] as const
