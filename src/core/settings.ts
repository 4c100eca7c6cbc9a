/** The user's settings on this device. The key is stored separately: see `bridge/stored-values`. */
export interface Settings {
  readonly region: 'global' | 'china' | 'own'
  /** Base address of the service, used when `region` is `own`. */
  readonly ownUrl: string
  /** Whether the service reads masks the other way round: black is generated, white is preserved. */
  readonly maskIsInverted: boolean
  /** Whether the tones of the new area are matched to the original at the seam. */
  readonly matchSeam: boolean
  /** Whether the service answers a create with the result instead of a task. */
  readonly isSingleRequest: boolean
  /** Variations of each target: a whole number from 1 to `maxVariants`. */
  readonly variants: number
  /** The window's language; `browser` follows the browser's setting. */
  readonly language: 'browser' | 'english' | 'chinese'
  /** Most requests that one press sends. */
  readonly requestCap: number
  /** Whether the user has dismissed the first-run screen. */
  readonly isIntroduced: boolean
}

/** The settings of a request, of which a recipe has its own values. */
export type RequestSettings = Pick<Settings, 'maskIsInverted' | 'matchSeam'>

export const defaultSettings: Settings = {
  region: 'global',
  ownUrl: '',
  maskIsInverted: false,
  matchSeam: true,
  isSingleRequest: false,
  language: 'browser',
  variants: 1,
  requestCap: 20,
  isIntroduced: false
}

export const maxVariants = 4

/** Greatest request cap; the cap protects against slips. */
export const maxRequestCap = 200

/**
 * The service's hosts for keys bought worldwide and in China; a key belongs to one of them (the provider's sibling
 * endpoints).
 */
const regionUrls = {
  global: 'https://techhk.aoscdn.com',
  china: 'https://techsz.aoscdn.com'
} as const

/** The addresses of the service that the manifest allows; the last one is allowed in development only. */
export const allowedServiceUrls: readonly string[] = [...Object.values(regionUrls), 'http://localhost:8787']

/** Returns the service's base address for these settings. */
export function serviceUrl(settings: Settings): string {
  return settings.region === 'own' ? settings.ownUrl : regionUrls[settings.region]
}
