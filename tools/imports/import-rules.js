/**
 * Who may import whom, between modules and inside them. The linter's rules and the table in docs/architecture.md are made
 * from this table (`npm run imports` writes the table). A folder may also import from itself. `.` is a module's own files,
 * beside its folders; a folder that is not named belongs to the named folder around it.
 */
export const modules = [
  {
    path: 'src/core',
    is: 'geometry, limits, the plan, the mask, failures: no Figma, no browser',
    imports: [],
    why: 'Core is pure and both sides import it, so it knows no other module.',
    folders: {
      geometry: { imports: [], why: 'Sizes and shapes know only numbers.' },
      '.': {
        imports: ['geometry'],
        why: 'Limits, failures and outcomes are used everywhere, so they know only sizes.'
      },
      png: { imports: ['geometry', '.'], why: 'A file format knows no plan and no mask.' },
      growth: { imports: ['geometry', '.'], why: 'Growth is insets and sizes; a plan is made from it.' },
      mask: {
        imports: ['geometry', 'png', '.'],
        why: 'A mask is rows of a PNG; it does not know why they are kept.'
      },
      plan: {
        imports: ['geometry', 'growth', 'mask', 'png', '.'],
        why: 'A plan is known before an expansion is.'
      },
      expansion: {
        imports: ['geometry', 'growth', 'mask', 'plan', 'png', '.'],
        why: 'An expansion is the whole job, so it knows everything that describes it.'
      }
    }
  },
  {
    path: 'src/bridge',
    is: 'the typed calls and events between the two sides',
    imports: ['src/core'],
    why: 'Both sides share the bridge, so it knows only core and runs on either.'
  },
  {
    path: 'src/main',
    is: 'the only code that knows `figma`',
    imports: ['src/core', 'src/bridge'],
    why: 'Main runs in Figma’s own VM, which has neither a browser nor a network.',
    folders: {
      nodes: { imports: [], why: 'A question about one layer needs that layer alone.' },
      storage: { imports: ['nodes'], why: 'What is stored on the device knows no selection and no placing.' },
      growth: { imports: ['nodes'], why: 'A layer grows without knowing what is placed on it.' },
      placed: {
        imports: ['storage', 'growth', 'nodes'],
        why: 'To take an image back is to undo a growth, and the journal notes it.'
      },
      selection: {
        imports: ['placed', 'growth', 'nodes'],
        why: 'What is selected is described before anything is exported or placed.'
      },
      export: {
        imports: ['placed', 'growth', 'nodes'],
        why: 'An export reads the document and places nothing.'
      },
      place: {
        imports: ['placed', 'growth', 'nodes'],
        why: 'A placing gets its target from the call and reads no selection.'
      },
      calls: {
        imports: ['selection', 'export', 'place', 'placed', 'growth', 'storage', 'nodes'],
        why: 'A call is put together from the steps below it, and no step knows a call.'
      },
      '.': {
        imports: ['calls', 'selection', 'export', 'placed', 'storage'],
        why: 'The entry answers the window’s calls; nothing imports it.'
      }
    }
  },
  {
    path: 'src/service',
    is: 'the HTTP client of the whole API reference',
    imports: ['src/core'],
    why: 'The service’s client knows no pixels, no document and no screen.',
    folders: {
      wire: { imports: [], why: 'The form of requests and answers does not depend on how they travel.' },
      http: { imports: ['wire'], why: 'An attempt reads the envelope of an answer, and knows no operation.' },
      '.': { imports: ['http', 'wire'], why: 'The operations are on top.' }
    }
  },
  {
    path: 'src/raster',
    is: 'pixels in the browser, in a worker',
    imports: ['src/core'],
    why: 'Raster is pixels in, pixels out, so that it can run in a worker.',
    folders: {
      canvas: { imports: [], why: 'Drawing and decoding serve every step.' },
      png: { imports: ['canvas'], why: 'The encoder takes any canvas.' },
      answer: { imports: ['png', 'canvas'], why: 'An answer is read before its image is finished.' },
      thumbnail: { imports: ['png', 'canvas'], why: 'A thumbnail is made of any image, sent or finished.' },
      upload: { imports: ['png', 'canvas'], why: 'An upload knows nothing of results.' },
      'finish/original': { imports: ['canvas'], why: 'The original is known before there is a result.' },
      'finish/register': {
        imports: ['finish/original', 'canvas'],
        why: 'The subject is found in the result before anything is composed.'
      },
      'finish/seam': {
        imports: ['finish/original', 'canvas'],
        why: 'The seam is measured on the canvas, wherever the subject was found.'
      },
      'finish/compose': {
        imports: ['finish/register', 'finish/original', 'canvas'],
        why: 'The image is composed by the registration that was found.'
      },
      finish: {
        imports: [
          'finish/compose',
          'finish/seam',
          'finish/register',
          'finish/original',
          'thumbnail',
          'png',
          'canvas'
        ],
        why: 'The entry runs the steps in their order.'
      },
      worker: {
        imports: ['upload', 'finish', 'answer', 'thumbnail', 'png', 'canvas'],
        why: 'The worker offers the steps as tasks, and no step knows on which thread it runs.'
      }
    }
  },
  {
    path: 'src/ui',
    is: 'the window: a model without markup, views, words in two languages',
    imports: ['src/core', 'src/bridge', 'src/service', 'src/raster'],
    why: 'The window reaches the document through the bridge alone: main runs in another VM.',
    folders: {
      expansion: { imports: [], why: 'Expansions run without a screen.' },
      state: { imports: ['expansion'], why: 'The state is data; what changes it is above it.' },
      draft: { imports: ['state', 'expansion'], why: 'What the form says is read from the state.' },
      report: {
        imports: ['state', 'expansion'],
        why: 'A report of a failure is made from the state alone.'
      },
      model: {
        imports: ['report', 'draft', 'state', 'expansion'],
        why: 'The model’s actions know no markup and no words.'
      },
      words: {
        imports: ['model', 'report', 'draft', 'state', 'expansion'],
        why: 'Words explain values and failures, and know no component.'
      },
      focus: {
        imports: ['words', 'model', 'report', 'draft', 'state', 'expansion'],
        why: 'Where the focus goes is decided by the state, for every component alike.'
      },
      controls: {
        imports: ['focus', 'words', 'model', 'report', 'draft', 'state', 'expansion'],
        why: 'A control is used on any screen, so it knows none.'
      },
      preview: {
        imports: ['controls', 'focus', 'words', 'model', 'report', 'draft', 'state', 'expansion'],
        why: 'The preview is a part of forms.'
      },
      forms: {
        imports: ['preview', 'controls', 'focus', 'words', 'model', 'report', 'draft', 'state', 'expansion'],
        why: 'A form knows nothing of runs, and runs nothing of forms: a screen shows both.'
      },
      runs: {
        imports: ['preview', 'controls', 'focus', 'words', 'model', 'report', 'draft', 'state', 'expansion'],
        why: 'Runs know nothing of forms, and a form nothing of runs: a screen shows both.'
      },
      screens: {
        imports: [
          'forms',
          'runs',
          'preview',
          'controls',
          'focus',
          'words',
          'model',
          'draft',
          'state',
          'expansion'
        ],
        why: 'A screen is put together from all parts, and no part knows its screen.'
      },
      '.': {
        imports: ['screens', 'words', 'model', 'report', 'draft', 'state', 'expansion'],
        why: 'The entry hands in time, network and ports; nothing imports it.'
      }
    }
  },
  {
    path: 'bundling',
    is: 'what the build adds to its tool: styles, the worker’s code, what bundles hold',
    imports: [],
    why: 'The build knows files, and no code in them.'
  },
  {
    path: 'playground',
    is: 'the stand-ins for Figma and for the service, the demo, the gallery, the screens',
    imports: ['src/core', 'src/bridge', 'src/main', 'src/service', 'src/raster', 'src/ui'],
    why: 'A stand-in stands for what the plugin meets, so it may know the plugin and nothing that tries it.',
    folders: {
      chromium: { imports: [], why: 'Starting a browser needs no stand-in.' },
      document: { imports: [], why: 'The document does not know who reads it.' },
      canvas: { imports: ['document'], why: 'The canvas draws documents, with or without a plugin.' },
      host: { imports: ['document'], why: 'The host runs a plugin on a document that nobody sees.' },
      service: { imports: ['.'], why: 'The service knows no Figma; its server is shielded like the others.' },
      editor: { imports: ['host', 'canvas', 'document'], why: 'The editor shows what host and canvas do.' },
      server: {
        imports: ['editor', 'service', 'host', 'canvas', 'document', '.'],
        why: 'The playground’s server puts editor, plugin and service on one page.'
      },
      demo: {
        imports: ['server', 'editor', 'service', 'host', 'canvas', 'document', 'chromium', '.'],
        why: 'The demo drives all stand-ins together.'
      },
      gallery: {
        imports: ['demo', 'server', 'editor', 'service', 'host', 'canvas', 'document', 'chromium', '.'],
        why: 'Each row of the gallery is a demo.'
      },
      screens: {
        imports: ['host', 'canvas', 'document', 'chromium', '.'],
        why: 'The screens draw the window without a plugin.'
      },
      testing: {
        imports: [
          'screens',
          'gallery',
          'demo',
          'server',
          'editor',
          'service',
          'host',
          'canvas',
          'document',
          'chromium',
          '.'
        ],
        why: 'The door for tests re-exports from every stand-in and is for nobody inside.'
      },
      '.': {
        imports: ['server', 'editor', 'service', 'host', 'canvas', 'document', 'chromium'],
        why: 'The entry starts the server, and its helpers serve every stand-in.'
      }
    }
  },
  {
    path: 'tools',
    is: 'the relay, the package, the dependencies’ page, the listing’s pictures, these rules',
    imports: [
      'src/core',
      'src/bridge',
      'src/main',
      'src/service',
      'src/raster',
      'src/ui',
      'bundling',
      'playground'
    ],
    why: 'Nothing imports a tool but its test.'
  },
  {
    path: 'bench',
    is: 'every figure beside its floor',
    imports: [
      'src/core',
      'src/bridge',
      'src/main',
      'src/service',
      'src/raster',
      'src/ui',
      'bundling',
      'playground',
      'tools',
      'tests'
    ],
    why: 'The benchmark measures what the tests set up.'
  },
  {
    path: 'tests',
    is: 'the tests and what they share',
    imports: [
      'src/core',
      'src/bridge',
      'src/main',
      'src/service',
      'src/raster',
      'src/ui',
      'bundling',
      'playground',
      'tools'
    ],
    why: 'Tests must not depend on what is measured.'
  }
]

/** Modules that others reach through one folder of theirs. */
export const doors = [
  {
    module: 'playground',
    door: 'testing',
    for: ['tests/*', 'tests/!(playground)/**', 'bench/**'],
    why: 'Tests of the plugin reach the stand-ins through playground/testing, so that a stand-in can change inside.'
  }
]

/** Packages that only one module may import. */
export const packages = [
  {
    names: ['preact', 'preact/**', '@create-figma-plugin/ui'],
    module: 'src/ui',
    why: 'Only ui draws the screen.'
  },
  { names: ['comlink'], module: 'src/raster', why: 'Only raster works on another thread.' },
  {
    names: ['@create-figma-plugin/utilities'],
    module: 'src/main',
    why: 'The package needs the global figma, which only main has.'
  }
]
