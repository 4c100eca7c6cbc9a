declare const styles: {
  readonly "form": string;
  readonly "inset": string;
  readonly "insets": string;
  readonly "label": string;
  readonly "layerName": string;
  readonly "layers": string;
  readonly "legend": string;
  readonly "muted": string;
  readonly "needsKey": string;
  readonly "picture": string;
  readonly "problem": string;
  readonly "size": string;
};
export default styles;

