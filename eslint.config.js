import javascript from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litAccessibility from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import typescript from 'typescript-eslint';
import { importRules } from './scripts/import-rules.mjs';

const impureGlobals = [
  'setTimeout',
  'setInterval',
  'queueMicrotask',
  'Date',
  'performance',
  'console',
  'crypto',
];

export default defineConfig(
  globalIgnores([
    'dist/',
    'dist-storybook/',
    'coverage/',
    '.cache/',
    'node_modules/',
    // They are the integration guide's, letter by letter.
    'test/react/guide-samples/',
    // Each is held by its framework's own tools, with packages that are installed for it alone.
    'demo/frameworks/',
  ]),
  javascript.configs.recommended,
  {
    rules: {
      'no-console': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [typescript.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Lit binds the listeners of its templates itself.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    // React looks for the types of tags in a namespace and nowhere else.
    files: ['src/react/intrinsic-elements.ts'],
    rules: { '@typescript-eslint/no-namespace': ['error', { allowDeclarations: true }] },
  },
  {
    files: ['src/**/*.ts'],
    extends: [lit.configs['flat/all'], wc.configs['flat/recommended']],
    plugins: { 'lit-a11y': litAccessibility },
    settings: { wc: { elementBaseClasses: ['LitElement'] } },
    rules: {
      ...Object.fromEntries(Object.keys(litAccessibility.rules).map((name) => [`lit-a11y/${name}`, 'error'])),
      // A matter of taste: a short arrow in a template reads well.
      'lit/no-template-arrow': 'off',
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...impureGlobals.map((name) => ({
          name,
          message: 'The core is pure: ask a port (src/core/ports.ts).',
        })),
      ],
    },
  },
  {
    // French writes a space that does not break before a colon or a question mark.
    files: ['src/locales/*.ts'],
    rules: { 'no-irregular-whitespace': ['error', { skipTemplates: true }] },
  },
  ...importRules,
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      // Chai's assertions are bare expressions, and node:test's test() is a promise nobody awaits.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'MemberExpression[property.name=/^(only|skip)$/][object.name=/^(describe|it|test|suite)$/]',
          message: 'All tests run, always.',
        },
      ],
    },
  },
  {
    files: ['**/*.mjs', '*.js'],
    languageOptions: { globals: globals.node },
  },
  {
    files: [
      'demo/examples/**/*.js',
      'demo/portal/**/*.js',
      'demo/phone-booth/**/*.js',
      'scripts/bench/*.js',
      'demo/local-twilio/**/*.js',
      'test/local-twilio/support/*.js',
    ],
    languageOptions: { globals: globals.browser },
  },
);
