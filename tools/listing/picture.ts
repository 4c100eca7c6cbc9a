import type { Sheet } from './draw-page'
import type { Shots, Subject } from './take-shots'

/** A frame with a picture in its upper part, which is to fill all of it. */
export const pictureSubject: Subject = {
  scene: 'phone',
  frame: 'Phone',
  selected: 'Hero photo',
  insets: null,
  seed: 3
}

/** The README's picture: a frame before, the window, the frame after. */
export function pictureSheet({ before, window, after, roundness }: Shots): Sheet {
  const columns = [
    { title: 'A frame with a picture', image: before, kind: 'phone' },
    { title: 'Press Expand', image: window, kind: 'window' },
    { title: 'The frame is filled; what is on it stays live', image: after, kind: 'phone' }
  ]
  return {
    width: 960,
    height: 600,
    scale: 1.5,
    styles: `
      body { display: grid; grid-template-columns: 1fr 1fr 1fr; background: #f1eeea; padding: 30px 24px 0; justify-items: center }
      figure { margin: 0; display: flex; flex-direction: column; align-items: center }
      img { height: 500px; display: block }
      .phone { border-radius: ${(231 * roundness).toFixed(1)}px; box-shadow: 0 16px 40px #4a2c1a33 }
      .window { border-radius: 12px; box-shadow: 0 16px 40px #4a2c1a33, 0 0 0 1px #0000001a }
      figcaption { margin-top: 20px; font-size: 13px; font-weight: 500; color: #5b4a40 }`,
    body: columns
      .map(
        ({ title, image, kind }) =>
          `<figure><img class="${kind}" alt="" src="data:image/png;base64,${image}"><figcaption>${title}</figcaption></figure>`
      )
      .join('')
  }
}
