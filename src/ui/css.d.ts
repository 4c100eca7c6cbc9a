/** The build turns each style sheet into a map of its class names. */
declare module '*.css' {
  const classNames: Readonly<Record<string, string>>
  export default classNames
}
