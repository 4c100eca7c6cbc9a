declare const styles: {
  readonly "choice": string;
  readonly "input": string;
  readonly "option": string;
  readonly "text": string;
};
export default styles;

