import figmaPlugins from '@figma/eslint-plugin-figma-plugins'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** Who may not import whom, and why. Everything that is not named here is allowed. */
const rooms = {
  core: {
    closed: ['bridge', 'main', 'service', 'raster', 'ui'],
    why: 'core is pure and both sides import it: it knows no other room.'
  },
  bridge: {
    closed: ['main', 'service', 'raster', 'ui'],
    why: 'bridge is the one thing that both sides share: it knows only core, so that it runs on either.'
  },
  main: {
    closed: ['service', 'raster', 'ui'],
    why: 'main runs in Figma’s own VM, where there is neither a browser nor a network to speak of.'
  },
  service: {
    closed: ['bridge', 'main', 'raster', 'ui'],
    why: 'service is an HTTP client and nothing else: it knows no pixels, no document and no screen.'
  },
  raster: {
    closed: ['bridge', 'main', 'service', 'ui'],
    why: 'raster is pixels in, pixels out, so that it can run in a worker.'
  },
  ui: {
    closed: ['main'],
    why: 'ui reaches the document through the bridge alone: main runs in another VM.'
  }
}

/** Packages that only one room may import. */
const packages = [
  { names: ['preact', 'preact/**', '@create-figma-plugin/ui'], room: 'ui', why: 'only ui draws the screen.' },
  { names: ['ky'], room: 'service', why: 'only service speaks to the network.' },
  {
    names: ['@create-figma-plugin/utilities'],
    room: 'main',
    why: 'it needs the global figma, which only main has.'
  }
]

const roomRules = Object.entries(rooms).map(([room, { closed, why }]) => ({
  files: [`src/${room}/**/*.{ts,tsx}`],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          { group: closed.map((other) => `**/${other}/**`), message: why },
          {
            group: ['**/playground/**', '**/tests/**', '**/tools/**'],
            message: 'what ships imports nothing of what tries it out.'
          },
          ...packages
            .filter((entry) => entry.room !== room)
            .map(({ names, why: reason }) => ({ group: names, message: reason }))
        ]
      }
    ]
  }
}))

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
    files: ['src/main/**/*.ts'],
    plugins: { '@figma/figma-plugins': figmaPlugins },
    rules: figmaPlugins.configs.recommended.rules
  },
  ...roomRules
)
