/** Side of the icon that Figma's Community asks for, px. */
export const iconSide = 128

/**
 * The icon as SVG: a landscape that goes on past the frame in its middle. What is in the frame is as it was, what is around
 * it is new, and paler.
 */
export const iconSvg = `<svg xmlns="http://www.w3.org/2000/svg" width="${iconSide}" height="${iconSide}" viewBox="0 0 128 128">
  <defs>
    <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="#2b2a6b"/>
      <stop offset="0.42" stop-color="#b8467a"/>
      <stop offset="0.68" stop-color="#ff9a4d"/>
      <stop offset="1" stop-color="#ffd27a"/>
    </linearGradient>
    <clipPath id="frame"><rect x="34" y="30" width="60" height="64"/></clipPath>
    <g id="scene">
      <rect width="128" height="128" fill="url(#sky)"/>
      <circle cx="68" cy="60" r="16" fill="#fff1cf"/>
      <path d="M-2 92 C 14 70 26 66 40 82 C 52 94 66 62 84 70 C 100 78 108 86 130 68 V130 H-2Z" fill="#7a2f6f"/>
      <path d="M-2 108 C 22 88 44 96 62 88 C 86 78 104 104 130 90 V130 H-2Z" fill="#371a55"/>
    </g>
  </defs>
  <use href="#scene"/>
  <rect width="128" height="128" fill="#ffffff" opacity="0.3"/>
  <use href="#scene" clip-path="url(#frame)"/>
  <rect x="34" y="30" width="60" height="64" fill="none" stroke="#ffffff" stroke-width="4"/>
  <g fill="#ffffff">
    <rect x="28" y="24" width="12" height="12" rx="2"/><rect x="88" y="24" width="12" height="12" rx="2"/>
    <rect x="28" y="88" width="12" height="12" rx="2"/><rect x="88" y="88" width="12" height="12" rx="2"/>
  </g>
</svg>`
