declare const styles: {
  readonly "bar": string;
  readonly "filled": string;
  readonly "move": string;
  readonly "moving": string;
  readonly "progress": string;
  readonly "stage": string;
};
export default styles;

