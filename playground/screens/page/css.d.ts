/** The bundle turns each style sheet into a map of its class names, as the build does. */
declare module '*.css' {
  const classNames: Readonly<Record<string, string>>
  export default classNames
}
