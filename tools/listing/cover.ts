import type { Sheet } from './draw-page'
import { iconSvg } from './icon'
import type { Shots, Subject } from './take-shots'

/** A banner that grows upwards, and somewhat to its sides. */
export const coverSubject = {
  scene: 'banner',
  frame: 'Web banner',
  selected: 'Web banner',
  insets: { top: '36%', right: '6%', bottom: '0', left: '9%' },
  seed: 1
} satisfies Subject

/** Figma's Community asks for 1920 × 1080. Older pages of it show the middle 960 px of height: all that counts is there. */
const size = { width: 1920, height: 1080 }

/** Where the banner is, px from the left and from the top, and how wide. */
const banner = { left: 100, top: 312, width: 1720 }

/** The cover of the listing: the name, what it does, and the banner with the frame that it was. */
export function coverSheet({ after }: Shots): Sheet {
  const icon = Buffer.from(iconSvg).toString('base64')
  const { top, right, left } = coverSubject.insets
  const of = (inset: string, whole: number): string => `${((100 * parseFloat(inset)) / whole).toFixed(3)}%`
  const width = 100 + parseFloat(left) + parseFloat(right)
  const height = 100 + parseFloat(top)
  return {
    ...size,
    scale: 1,
    styles: `
      body { width: ${size.width}px; height: ${size.height}px; position: relative; overflow: hidden; background: #f6f1ea; color: #1d1a2e }
      header { position: absolute; left: ${banner.left}px; right: ${banner.left}px; top: 92px; height: 160px; display: flex; align-items: center }
      header img { width: 136px; height: 136px; border-radius: 30px; box-shadow: 0 10px 30px #37105540 }
      h1 { font-size: 116px; letter-spacing: -5px; font-weight: 700; margin: 0 0 8px 40px; line-height: 1 }
      p { margin: 0 0 0 auto; font-size: 40px; line-height: 1.3; letter-spacing: -0.8px; font-weight: 500; text-align: right; color: #4b4560 }
      .banner { position: absolute; left: ${banner.left}px; top: ${banner.top}px; width: ${banner.width}px; border-radius: 20px; overflow: hidden; box-shadow: 0 30px 80px #1d1a2e4d }
      .banner img { display: block; width: 100% }
      .was { position: absolute; left: ${of(left, width)}; right: ${of(right, width)}; top: ${of(top, height)}; bottom: 0; border: 3px solid #ffffffd9; border-bottom: 0 }
      .was i { position: absolute; width: 18px; height: 18px; top: -11px; background: #fff; border-radius: 3px }
      .was i:first-child { left: -11px }
      .was i:last-child { right: -11px }`,
    body: `
      <header>
        <img alt="" src="data:image/svg+xml;base64,${icon}">
        <h1>Full Bleed</h1>
        <p>Extends an image<br>past its edges, in place.</p>
      </header>
      <div class="banner">
        <img alt="" src="data:image/png;base64,${after}">
        <div class="was"><i></i><i></i></div>
      </div>`
  }
}
