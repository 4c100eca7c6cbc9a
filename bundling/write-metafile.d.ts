export declare const metafileFolder: string
