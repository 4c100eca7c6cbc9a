declare const styles: {
  readonly "canvas": string;
  readonly "room": string;
  readonly "stripe": string;
  readonly "subject": string;
};
export default styles;

