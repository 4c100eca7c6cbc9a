/** Why each dependency is there. A test holds this to what package.json lists. */
export const reasons: Readonly<Record<string, string>> = {
  '@create-figma-plugin/ui': 'Controls that look and behave like Figma’s own, in light and dark.',
  '@create-figma-plugin/utilities': 'Opens the window: the other half of what its build tool makes.',
  comlink: 'Calls the pixel work in its worker, and hands bytes over.',
  preact: 'Draws the window.',
  valibot: 'Narrows what comes from outside (messages, storage, answers) to known shapes.',
  '@create-figma-plugin/build': 'Builds the two bundles and the manifest.',
  '@figma/eslint-plugin-figma-plugins': 'Finds calls that dynamic page loading forbids.',
  '@figma/plugin-typings': 'The types of Figma’s plugin API.',
  '@fontsource-variable/noto-sans-sc':
    'Chinese in the pictures of the window, on machines without a Chinese font.',
  '@fontsource/inter': 'The font of the playground’s window and of the listing’s pictures.',
  '@noble/hashes': 'SHA-1 for the mock Figma, which names images by it; runs in Node and in the browser.',
  '@sparticuz/chromium': 'A Chromium without system packages for the tests, on Linux x64.',
  '@types/node': 'The types of Node, for tools and tests.',
  'axe-core': 'The rules by which the window’s screens are checked for everyone who uses them.',
  busboy: 'Reads forms in the stand-in service.',
  esbuild:
    'Bundles the playground’s pages and what tests run in a browser; the build tool uses the same version.',
  eslint: 'The linter.',
  'eslint-plugin-import-x': 'Who may import whom, by resolved paths; kept up with the linter’s versions.',
  'eslint-plugin-simple-import-sort': 'Sorts imports. Without dependencies.',
  'fast-check': 'Properties instead of examples, for geometry, masks and messages.',
  'fast-png': 'A second reading of the PNGs that we write: masks, and finished images.',
  fflate: 'Writes the package as a zip whose bytes depend on nothing but its files.',
  httpxy:
    'The proxy in the relay. Kept, without dependencies, and runs on Node 20.19, which others no longer do.',
  'ipaddr.js':
    'Tells public addresses from local ones in the stand-in service. Kept, and without dependencies.',
  knip: 'Finds exports, files and dependencies that nothing uses.',
  'playwright-core': 'Drives the browser in tests, the demo and the pictures.',
  prettier: 'The form of the code.',
  'quickjs-emscripten': 'Figma’s main thread in the playground: the same kind of VM.',
  sharp: 'Reads and writes images in the stand-in service, in tests and for the pictures.',
  tsx: 'Runs the tools, which are TypeScript.',
  typescript: 'The compiler. Version 7 does not run in the build tool.',
  'typescript-eslint': 'The linter’s rules that know types.',
  vitest: 'Runs the tests.'
}
