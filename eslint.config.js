import { defineConfig } from 'eslint/config'
import regexp from 'eslint-plugin-regexp'
import typescript from 'typescript-eslint'
import unhardcode from './dist/src/index.js'

export default defineConfig([
  { ignores: ['dist/', 'node_modules/', '.cache/', 'fixtures/', 'rules/**/README.md'] },
  ...unhardcode.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [typescript.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  // The parser's types name its nodes by an enum; comparing with the strings spares loading it.
  { files: ['src/lookups/javascript.ts', 'src/lookups/javascript/*.ts', 'src/formats/programs/*.ts', 'src/core/estree.ts'], rules: { '@typescript-eslint/no-unsafe-enum-comparison': 'off' } },
  { files: ['**/*.{js,mjs,ts}'], ...regexp.configs['flat/recommended'] },
])
