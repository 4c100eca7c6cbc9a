import type { LookupAddress } from 'node:dns'
import type { RequestListener } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readCliOptions } from '../../../playground/service/cli-options'
import { download, type LinkRules, systemResolve } from '../../../playground/service/download'
import { listen, type Listening } from '../../../playground/service/listen'
import { isPublicAddress } from '../../../playground/service/public-address'
import { realClock } from '../../real-clock'
import { dataOf, paintMask, paintSample, type Session, startSession } from './session'

let files: Listening
let port: number
let image: Uint8Array
let mask: Uint8Array
/** The paths that were asked for, oldest first. */
let asked: string[] = []
/** Where each path under /to leads. */
let targets: Readonly<Record<string, string>> = {}

beforeAll(async () => {
  image = await paintSample(64, 80)
  mask = await paintMask(64, 80, { left: 8, top: 8, width: 40, height: 40 })
  const answer: RequestListener = (request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const target = targets[path]
    if (target !== undefined) {
      // Its body never ends: it is not waited for.
      response.writeHead(302, { Location: target }).write('elsewhere')
    } else if (path === '/endless-404') {
      response.writeHead(404).write('nothing')
    } else {
      response.end(path === '/mask.png' ? mask : image)
    }
  }
  files = await listen(answer, 'localhost', 0)
  port = files.port
})
afterAll(() => files.close())
beforeEach(() => {
  asked = []
  targets = {}
})

describe('an address', () => {
  test.each([
    '8.8.8.8',
    '1.1.1.1',
    '9.255.255.255',
    '11.0.0.1',
    '100.63.255.255',
    '100.128.0.1',
    '126.255.255.255',
    '128.0.0.1',
    '172.15.255.255',
    '172.32.0.1',
    '192.167.255.255',
    '192.169.0.1',
    '223.255.255.255',
    '::ffff:8.8.8.8',
    '2606:4700:4700::1111',
    '2a00:1450:4001::1'
  ])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  test.each([
    ['0.0.0.0', 'this machine'],
    ['0.1.2.3', 'this network'],
    ['127.0.0.1', 'loopback'],
    ['127.255.255.255', 'loopback'],
    ['10.0.0.1', 'private'],
    ['10.255.255.255', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.0.1', 'private'],
    ['192.168.255.255', 'private'],
    ['169.254.169.254', 'link-local: the data of cloud machines'],
    ['100.64.0.1', 'carrier-grade NAT'],
    ['100.127.255.255', 'carrier-grade NAT'],
    ['192.0.0.1', 'reserved'],
    ['192.0.2.1', 'documentation'],
    ['198.18.0.1', 'benchmarks'],
    ['203.0.113.1', 'documentation'],
    ['224.0.0.1', 'multicast'],
    ['239.255.255.255', 'multicast'],
    ['240.0.0.1', 'reserved'],
    ['255.255.255.255', 'broadcast'],
    ['::', 'this machine'],
    ['::1', 'loopback'],
    ['::127.0.0.1', 'an IPv4 address, in the old way'],
    ['::ffff:127.0.0.1', 'an IPv4 address'],
    ['::ffff:7f00:1', 'an IPv4 address'],
    ['::ffff:10.0.0.1', 'an IPv4 address'],
    ['::ffff:169.254.169.254', 'an IPv4 address'],
    ['::ffff:0.0.0.0', 'an IPv4 address'],
    ['64:ff9b::7f00:1', 'an IPv4 address behind NAT64'],
    ['64:ff9b:1::1', 'an IPv4 address behind NAT64'],
    ['2002:7f00:1::', 'an IPv4 address behind 6to4'],
    ['2001::1', 'Teredo'],
    ['2001:db8::1', 'documentation'],
    ['100::1', 'discarded'],
    ['fc00::1', 'unique local'],
    ['fdff::1', 'unique local'],
    ['fe80::1', 'link-local'],
    ['fe80::1%eth0', 'link-local'],
    ['fec0::1', 'site-local'],
    ['ff02::1', 'multicast'],
    ['4000::1', 'given to nobody'],
    ['localhost', 'no address'],
    ['', 'no address']
  ])('%s is not public: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})

describe('a create', () => {
  let session: Session
  beforeAll(async () => {
    session = await startSession({ localLinks: false })
  })
  afterAll(() => session.service.close())
  beforeEach(() => {
    session.restart()
  })

  test.each([
    ['a name that resolves to loopback', 'localhost'],
    ['loopback', '127.0.0.1'],
    ['a short address', '127.1'],
    ['an address as one number', '2130706433'],
    ['an octal address', '0177.0.0.1'],
    ['a hexadecimal address', '0x7f.0.0.1'],
    ['this machine', '0.0.0.0'],
    ['IPv6 loopback', '[::1]'],
    ['an IPv4-mapped address', '[::ffff:127.0.0.1]'],
    ['this machine in IPv6', '[::]']
  ])('fetches nothing from %s, for image or mask', async (_, host) => {
    const url = `http://${host}:${port}`
    for (const fields of [
      { image_url: `${url}/image.png` },
      { image_file: image, mask_url: `${url}/mask.png` },
      { image_url: `https://${host}:${port}/image.png` }
    ]) {
      const answer = await session.create({ ...fields, sync: '1' })
      expect(dataOf(answer)).toMatchObject({ state: -3 })
    }
    expect(asked).toEqual([])
  })

  test('fetches image and mask from this machine where local links are allowed', async () => {
    const open = await startSession({ localLinks: true })
    const url = `http://localhost:${port}`
    const fields = { image_url: `${url}/image.png`, mask_url: `${url}/mask.png`, sync: '1' }
    expect(dataOf(await open.create(fields))).toMatchObject({ state: 1 })
    expect(asked).toEqual(['/image.png', '/mask.png'])
    await open.service.close()
  })
})

/** Rules with a note of every address that was checked, and of every host that was refused. */
function rulesOf(
  resolve: LinkRules['resolve'],
  mayConnect: (address: string, checkedBefore: number) => boolean
): LinkRules & { readonly checked: string[]; readonly refused: string[] } {
  const checked: string[] = []
  const refused: string[] = []
  return {
    checked,
    refused,
    resolve,
    onRefused: (hostname) => {
      refused.push(hostname)
    },
    mayConnect: (address) => {
      checked.push(address)
      return mayConnect(address, checked.length - 1)
    }
  }
}

const atLoopback: LookupAddress = { address: '127.0.0.1', family: 4 }

describe('a name', () => {
  test('is resolved once, and connected to at the address that was checked', async () => {
    const names: string[] = []
    const resolve = (name: string): Promise<readonly LookupAddress[]> => {
      names.push(name)
      return Promise.resolve(names.length === 1 ? [atLoopback] : [{ address: '127.0.0.2', family: 4 }])
    }
    const rules = rulesOf(resolve, (address) => address === '127.0.0.1')
    const bytes = await download(`http://rebinding.example:${port}/image.png`, realClock, rules)
    expect(bytes).toEqual(image)
    expect([names, rules.checked]).toEqual([['rebinding.example'], ['127.0.0.1']])
  })

  test('of several addresses is connected to at those alone that are allowed', async () => {
    const others = ['127.0.0.2', '127.0.0.3'].map((address) => ({ address, family: 4 }))
    const found = [...others, atLoopback]
    const allowsOne = rulesOf(
      () => Promise.resolve(found),
      (address) => address === '127.0.0.1'
    )
    const url = `http://several.example:${port}/image.png`
    expect(await download(url, realClock, allowsOne)).toEqual(image)
    const allowsNone = rulesOf(
      () => Promise.resolve(found),
      () => false
    )
    expect(await download(url, realClock, allowsNone)).toBeUndefined()
    expect([allowsOne.refused, allowsNone.refused]).toEqual([[], ['several.example']])
    expect(asked).toEqual(['/image.png'])
  })

  test('without any address, or that nobody knows, leads nowhere', async () => {
    for (const resolve of [() => Promise.resolve([]), () => Promise.reject(new Error('ENOTFOUND'))]) {
      const rules = rulesOf(resolve, () => true)
      expect(await download(`http://none.example:${port}/`, realClock, rules)).toBeUndefined()
      expect(rules.refused).toEqual([])
    }
  })
})

describe('a redirect', () => {
  /** The first server counts as one of the internet, whatever comes after it as what it is. */
  const firstIsPublic = (): ReturnType<typeof rulesOf> =>
    rulesOf(systemResolve, (address, checkedBefore) => checkedBefore === 0 || isPublicAddress(address))
  const start = (): string => `http://127.0.0.1:${port}/to`

  test.each([
    ['loopback', () => `http://127.0.0.1:${port}/image.png`],
    ['a name that resolves to loopback', () => `http://localhost:${port}/image.png`],
    ['IPv6 loopback', () => `http://[::1]:${port}/image.png`],
    ['an IPv4-mapped address', () => `http://[::ffff:127.0.0.1]:${port}/image.png`],
    ['another host by the same scheme', () => `//localhost:${port}/image.png`],
    ['another scheme', () => `https://localhost:${port}/image.png`]
  ])('to %s is not followed', async (_, target) => {
    targets = { '/to': target() }
    const rules = firstIsPublic()
    expect(await download(start(), realClock, rules)).toBeUndefined()
    expect(rules.checked.length).toBeGreaterThan(1)
    expect(rules.refused).toEqual([new URL(target(), start()).hostname.replace(/[[\]]/g, '')])
    expect(asked).toEqual(['/to'])
  })

  test('is checked after the second redirect as after the first', async () => {
    targets = { '/to': '/on', '/on': `http://localhost:${port}/image.png` }
    const rules = rulesOf(systemResolve, (_, checkedBefore) => checkedBefore < 2)
    expect(await download(start(), realClock, rules)).toBeUndefined()
    expect(asked).toEqual(['/to', '/on'])
  })

  test.each(['/image.png', '//localhost:{port}/image.png', 'http://localhost:{port}/image.png'])(
    'to %s is followed where that is allowed',
    async (target) => {
      targets = { '/to': target.replace('{port}', String(port)) }
      const rules = rulesOf(systemResolve, () => true)
      expect(await download(start(), realClock, rules)).toEqual(image)
    }
  )

  test.each(['file:///etc/hosts', 'data:image/png;base64,AA==', 'ftp://localhost/', 'http://[', '/to'])(
    'to %s leads nowhere',
    async (target) => {
      targets = { '/to': target }
      const rules = rulesOf(systemResolve, () => true)
      expect(await download(start(), realClock, rules)).toBeUndefined()
      expect(asked.length).toBeLessThanOrEqual(21)
    }
  )
})

test('an answer that is no image and never ends is not waited for', async () => {
  const rules = rulesOf(systemResolve, () => true)
  expect(await download(`http://127.0.0.1:${port}/endless-404`, realClock, rules)).toBeUndefined()
})

test('a link with a user is not followed', async () => {
  const rules = rulesOf(systemResolve, () => true)
  expect(await download(`http://a:b@127.0.0.1:${port}/image.png`, realClock, rules)).toBeUndefined()
  expect(asked).toEqual([])
})

test('the command line allows local links by --local-links alone', () => {
  expect(readCliOptions(['--local-links'])).toMatchObject({ service: { localLinks: true } })
  expect(readCliOptions([])).not.toHaveProperty('service.localLinks')
})
