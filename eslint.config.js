import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** Run in Node beside pages that are typed for a browser: of no project of their own. */
const builders = ['src/apps/web/vite.config.ts', 'test/browser/support/grid-harness/vite.config.ts']

/** Type-aware rules at their strictest; what the compiler already says is not said twice. */
export default tseslint.config(
  { ignores: ['**/node_modules/**', 'bench/results/**', 'dist/**', 'src/apps/web/api/schema.d.ts'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: builders } } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  // Made from the migrations, as long as there are tables.
  { files: ['src/adapters/postgres/schema.ts'], rules: { 'max-lines': 'off' } },
  { files: ['src/apps/web/**/*.{ts,tsx}'], ...reactHooks.configs.flat['recommended-latest'] },
)
