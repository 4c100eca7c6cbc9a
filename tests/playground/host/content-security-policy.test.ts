import { expect, it, test } from 'vitest'
import { readManifest } from '../../../playground/host/manifest'
import { contentSecurityPolicy } from '../../../playground/host/window/content-security-policy'
import { windowAddress, windowPage } from '../../../playground/host/window/window-page'

function policyOf(networkAccess: unknown, noWorkers = false): Record<string, string> {
  const manifest = readManifest({
    name: 'x',
    main: 'main.js',
    ...(networkAccess === undefined ? {} : { networkAccess })
  })
  const directives = contentSecurityPolicy(manifest, noWorkers).split('; ')
  return Object.fromEntries(
    directives.map((each) => [each.slice(0, each.indexOf(' ')), each.slice(each.indexOf(' ') + 1)])
  )
}

test.each([
  ['nothing said: everything', undefined, 'data: blob: *'],
  ['none', { allowedDomains: ['none'] }, 'data: blob:'],
  ['a domain', { allowedDomains: ['https://api.example.com'] }, 'data: blob: https://api.example.com'],
  ['subdomains', { allowedDomains: ['https://*.example.com'] }, 'data: blob: https://*.example.com'],
  ['a path', { allowedDomains: ['https://a.example/x/'] }, 'data: blob: https://a.example/x/'],
  [
    'no scheme',
    { allowedDomains: ['a.example'] },
    'data: blob: https://a.example http://a.example wss://a.example ws://a.example'
  ],
  [
    'under development',
    { allowedDomains: ['https://a.example'], devAllowedDomains: ['http://localhost:8787'] },
    'data: blob: https://a.example http://localhost:8787'
  ],
  [
    'none, but under development',
    { allowedDomains: ['none'], devAllowedDomains: ['http://localhost:1'] },
    'data: blob: http://localhost:1'
  ]
])('networkAccess: %s', (_name, access, expected) => {
  expect(policyOf(access)['default-src']).toBe(expected)
})

it('lets workers start from blobs unless that is switched off', () => {
  expect(policyOf(undefined)['worker-src']).toBe('data: blob:')
  expect(policyOf(undefined, true)['worker-src']).toBe("'none'")
})

it('refuses a pattern that would end the directive', () => {
  expect(() => policyOf({ allowedDomains: ['https://a.example; script-src *'] })).toThrow('no pattern')
})

const options = {
  policy: "default-src data: 'unsafe-inline'",
  theme: 'dark',
  colors: { light: { '--figma-color-bg': '#fff' }, dark: { '--figma-color-bg': '#2c2c2c' } },
  fontFaces: ''
} as const

it('puts the policy before anything that it must hold for', () => {
  const page = windowPage('<p>x</p>', options)
  expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<script'))
  expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<style'))
  expect(page).toContain('class="figma-dark"')
  expect(page).toContain(':root{--figma-color-bg:#2c2c2c}')
})

it('gives no theme to a window that did not ask for it', () => {
  const page = windowPage('<p>x</p>', { ...options, theme: null })
  expect(page).not.toContain('figma-dark')
  expect(page).not.toContain('--figma-color')
})

it('opens the window at a short address of no origin, with the policy, and writes its page by a message', () => {
  const [, page = ''] = windowAddress(options.policy).split('base64,')
  const loader = Buffer.from(page, 'base64').toString()
  expect(loader).toContain(`content="${options.policy}"`)
  expect(loader).toContain('figmaPage')
})
