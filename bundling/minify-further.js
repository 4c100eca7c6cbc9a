import { minify } from 'terser'

/** Makes code that esbuild has minified smaller yet: esbuild looks at it once, and leaves what only a second look shows. */
export async function minifyFurther(code) {
  const { code: smaller } = await minify(code, {
    ecma: 2020,
    // One script: its names at the top are seen by nobody else.
    toplevel: true,
    compress: { passes: 3, keep_fargs: false },
    format: { comments: false }
  })
  if (smaller === undefined) throw new Error('terser gave no code')
  return smaller
}
