import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** Type-aware rules at their strictest; what the compiler already says is not said twice. */
export default tseslint.config(
  { ignores: ['**/node_modules/**', 'bench/results/**', 'dist/**', 'src/apps/web/api/schema.d.ts'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['src/apps/web/**/*.{ts,tsx}'], ...reactHooks.configs.flat['recommended-latest'] },
)
