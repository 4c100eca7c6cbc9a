import figmaPlugins from '@figma/eslint-plugin-figma-plugins'
import { defineConfig, globalIgnores } from 'eslint/config'
import simpleImportSort from 'eslint-plugin-simple-import-sort'
import tseslint from 'typescript-eslint'
import { importRules } from './tools/imports/lint-imports.js'

export default defineConfig(
  globalIgnores(['build/', 'out/', 'node_modules/', '**/*.css.d.ts', '**/*.d.css.ts', 'vitest.config.ts']),
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          'src/*/tsconfig.json',
          'playground/tsconfig.json',
          'tests/tsconfig.json',
          'bench/tsconfig.json',
          'bundling/tsconfig.json',
          'tools/tsconfig.json'
        ],
        tsconfigRootDir: import.meta.dirname
      }
    },
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true }
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportAllDeclaration',
          message: 'No barrel files: import a thing from the file that is named after it.'
        }
      ]
    }
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'no-console': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }]
    }
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/raster/canvas/decode.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['createImageBitmap', 'ImageDecoder', 'Image'].map((name) => ({
          name,
          message: 'Images are decoded by decode(): it looks at their size before it takes memory for them.'
        }))
      ]
    }
  },
  {
    // Where messages of any shape become values of a known one, and the schemas have checked that they are.
    files: ['src/bridge/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-assertions': 'off' }
  },
  {
    // Figma's main thread is QuickJS, which fails on this with "stack underflow", as the playground's does.
    files: ['src/{bridge,core,main}/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportAllDeclaration',
          message: 'No barrel files: import a thing from the file that is named after it.'
        },
        {
          selector: 'ForOfStatement > .right:has(AwaitExpression)',
          message: 'QuickJS fails on a wait in the head of a loop: wait before it.'
        }
      ]
    }
  },
  {
    files: ['src/main/**/*.ts'],
    plugins: { '@figma/figma-plugins': figmaPlugins },
    rules: figmaPlugins.configs.recommended.rules
  },
  {
    files: ['**/*.{js,ts,tsx}'],
    plugins: { 'simple-import-sort': simpleImportSort },
    rules: {
      // One block: packages first, then files of the project, the farthest first.
      'simple-import-sort/imports': [
        'error',
        { groups: [['^\\u0000', '^node:', '^@?\\w', '^', '^\\.\\.', '^\\.']] }
      ]
    }
  },
  ...importRules
)
