// An ambient declaration has no module to import.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="../playground/service/busboy.d.ts" />
