declare const styles: {
  readonly "header": string;
  readonly "muted": string;
  readonly "screen": string;
  readonly "title": string;
};
export default styles;

