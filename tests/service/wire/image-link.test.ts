import { describe, expect, test } from 'vitest'
import type { LinkObstacle } from '../../../src/core/plan/plan-link'
import { readImageLink } from '../../../src/service/wire/image-link'

const service = 'https://techhk.aoscdn.com'

describe('a link that the service can fetch', () => {
  test.each<readonly [string, string, string]>([
    ['https://example.com/photos/coffee.jpg', 'https://example.com/photos/coffee.jpg', 'coffee.jpg'],
    [' http://example.com/a%20cup.png?size=2 ', 'http://example.com/a%20cup.png?size=2', 'a cup.png'],
    ['https://example.com/咖啡.jpg', 'https://example.com/%E5%92%96%E5%95%A1.jpg', '咖啡.jpg'],
    ['https://example.com', 'https://example.com/', 'example.com'],
    ['https://example.com/%E0%A4%A', 'https://example.com/%E0%A4%A', '%E0%A4%A'],
    ['https://172.15.0.1/a.jpg', 'https://172.15.0.1/a.jpg', 'a.jpg']
  ])('%s', (text, url, name) => {
    expect(readImageLink(text, service)).toEqual({ ok: true, value: { url, name } })
  })
})

describe('a link that it cannot', () => {
  test.each<readonly [string, LinkObstacle['kind']]>([
    ['coffee.jpg', 'not-a-link'],
    ['/photos/coffee.jpg', 'not-a-link'],
    ['ftp://example.com/a.jpg', 'not-a-link'],
    ['data:image/png;base64,AA==', 'not-a-link'],
    ['javascript:alert(1)', 'not-a-link'],
    [`https://example.com/${'a'.repeat(500)}`, 'link-too-long'],
    [`https://example.com/${'咖'.repeat(60)}`, 'link-too-long'],
    ['http://localhost:8787/a.jpg', 'private-host'],
    ['http://app.localhost/a.jpg', 'private-host'],
    ['http://127.0.0.1/a.jpg', 'private-host'],
    ['http://2130706433/a.jpg', 'private-host'],
    ['http://10.1.2.3/a.jpg', 'private-host'],
    ['http://192.168.0.2/a.jpg', 'private-host'],
    ['http://172.16.0.1/a.jpg', 'private-host'],
    ['http://169.254.1.1/a.jpg', 'private-host'],
    ['http://[::1]/a.jpg', 'private-host'],
    ['http://[fd00::1]/a.jpg', 'private-host'],
    ['http://printer.local/a.jpg', 'private-host'],
    ['http://intranet/a.jpg', 'private-host']
  ])('%s', (text, kind) => {
    expect(readImageLink(text, service)).toMatchObject({ ok: false, failure: { kind } })
  })
})

test.each(['http://localhost:8787', 'http://127.0.0.1:8787', 'http://[::1]:8787'])(
  'the stand-in at %s can fetch from this computer',
  (standIn) => {
    expect(readImageLink('http://localhost:9000/a.jpg', standIn)).toMatchObject({ ok: true })
  }
)
