declare const styles: {
  readonly "actions": string;
  readonly "group": string;
  readonly "header": string;
  readonly "legend": string;
  readonly "muted": string;
  readonly "screen": string;
  readonly "title": string;
};
export default styles;

