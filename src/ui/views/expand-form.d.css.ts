declare const styles: {
  readonly form: string
  readonly inset: string
  readonly insets: string
  readonly label: string
  readonly legend: string
  readonly muted: string
  readonly needsKey: string
  readonly problem: string
  readonly size: string
}
export default styles
