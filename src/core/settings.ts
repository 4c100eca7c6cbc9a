/** What the user sets once and the plugin keeps on this device. The key is kept apart: see `bridge/stored-values`. */
export interface Settings {
  readonly region: 'global' | 'china' | 'own'
  /** Base address of the service, used when `region` is `own`. */
  readonly ownUrl: string
  /** The service reads masks the other way round than is known of it: black is generated, white is kept. */
  readonly maskIsInverted: boolean
  /** The tone of what is new is matched to the picture along its edge. */
  readonly matchSeam: boolean
  /** The service answers a create with the result itself, and not with a task to ask for. */
  readonly isSingleRequest: boolean
  /** Images that are asked for each target: a whole number from 1 to `maxVariants`. */
  readonly variants: number
  /** What the window is written in; `browser` follows what the browser is set to. */
  readonly language: 'browser' | 'english' | 'chinese'
  /** The most requests that one press sends. */
  readonly requestCap: number
  /** The user has said that what is told at first is known. */
  readonly isIntroduced: boolean
}

/** The settings that a request is made with, and that a recipe has values of its own for. */
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

/** The cap is there against slips; this is the most that it can be set to. */
export const maxRequestCap = 200

/**
 * The service's hosts: keys bought worldwide work with the first, keys bought in China with the second; a key belongs
 * to one of the two (the provider's sibling endpoints).
 */
const regionUrls = {
  global: 'https://techhk.aoscdn.com',
  china: 'https://techsz.aoscdn.com'
} as const

/** The addresses that the manifest lets the service be asked at; the last one is allowed while a plugin is developed. */
export const allowedServiceUrls: readonly string[] = [...Object.values(regionUrls), 'http://localhost:8787']

/** The base address that the settings mean. */
export function serviceUrl(settings: Settings): string {
  return settings.region === 'own' ? settings.ownUrl : regionUrls[settings.region]
}
