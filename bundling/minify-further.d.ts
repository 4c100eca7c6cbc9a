export function minifyFurther(code: string): Promise<string>
