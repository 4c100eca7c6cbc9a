declare const styles: {
  readonly "actions": string;
  readonly "bad": string;
  readonly "good": string;
  readonly "notice": string;
  readonly "sentence": string;
  readonly "title": string;
};
export default styles;

