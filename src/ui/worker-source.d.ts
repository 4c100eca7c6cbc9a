/** The build bundles the file that is named after the colon into one script, and gives the script's text. */
declare module 'worker-source:*' {
  const source: string
  export default source
}
