import type { Size } from './size'

/** The shapes that designs are most often made in; width : height, by the name that people know them under. */
export const ratios: Readonly<Record<string, Size>> = {
  '1:1': { width: 1, height: 1 },
  '4:5': { width: 4, height: 5 },
  '3:2': { width: 3, height: 2 },
  '16:9': { width: 16, height: 9 },
  '21:9': { width: 21, height: 9 },
  '9:16': { width: 9, height: 16 },
  '1.91:1': { width: 1.91, height: 1 }
}
