import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.data/', 'web/src/api/schema.gen.ts', 'coverage/', 'screenshots/'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    rules: {
      // The formatter decides where a line breaks.
      'no-unexpected-multiline': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      // Nest modules, DTOs and migrations are classes with nothing in them.
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Inject Clock and ask it for the time.' },
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Inject Clock and ask it for the time.' },
      ],
    },
  },
  {
    files: [
      'src/**/*.controller.ts',
      'src/**/*.service.ts',
      'src/**/*.module.ts',
      'src/**/*.guard.ts',
      'src/**/*.store.ts',
      'src/**/*.reader.ts',
      'src/**/*.interceptor.ts',
      'src/**/*.filter.ts',
      'src/platform/**/*.ts',
      'src/access/**/*.ts',
      'src/audit/**/*.ts',
    ],
    // Injected classes and DTOs must stay values: the container and the validator read them from decorator metadata.
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['src/platform/clock.ts', 'test/**', 'bench/**', 'scripts/**', '**/*.spec.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['test/**', '**/*.spec.ts', 'bench/**', 'src/domain/**'],
    // In domain, an index inside its array's bounds: numeric code over typed arrays would drown in checks that cannot fail.
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // A browser has no clock to inject. Of the rules for hooks, those that a build without the React compiler has a use for.
    files: ['web/**/*.ts', 'web/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'no-restricted-syntax': 'off', 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['web/service-worker/*.js'],
    languageOptions: { globals: { __FILES__: 'readonly', self: 'readonly', caches: 'readonly', fetch: 'readonly', Request: 'readonly' } },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: {
        module: 'writable',
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        globalThis: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        performance: 'readonly',
      },
    },
  },
);
