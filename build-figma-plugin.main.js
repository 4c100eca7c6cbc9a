import { writeMetafile } from './bundling/write-metafile.js'

/** Adds to what the build tool hands to esbuild for the main thread's code. The tool finds this file by its name. */
export default (options) => ({
  ...options,
  // Figma's own VM knows ES2020 and later; what it knows need not be written out.
  target: 'es2020',
  plugins: [...options.plugins, writeMetafile('main')]
})
