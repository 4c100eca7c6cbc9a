import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { readManifest } from '../../../playground/testing/host'
import { allowedServiceUrls, defaultSettings, type Settings } from '../../../src/core/settings'
import { taskAddress, taskHost } from '../../../src/ui/model/task-address'
import { sampleEntry } from '../support/sample-entry'

const own = (ownUrl: string): Settings => ({ ...defaultSettings, region: 'own', ownUrl })
const china: Settings = { ...defaultSettings, region: 'china' }

describe('the address of a task', () => {
  test.each([
    ['https://techhk.aoscdn.com', defaultSettings, 'current'],
    ['https://techhk.aoscdn.com/', defaultSettings, 'current'],
    ['https://techhk.aoscdn.com', china, 'another'],
    ['https://techsz.aoscdn.com', china, 'current'],
    ['https://techsz.aoscdn.com', own('http://localhost:8787'), 'another'],
    ['http://localhost:8787/', own('http://localhost:8787'), 'current'],
    ['http://localhost:8787', own('http://localhost:8787/relay'), 'another'],
    ['http://localhost:8787', defaultSettings, 'another'],
    ['https://service.example', own('https://service.example'), 'current'],
    ['https://service.example', defaultSettings, 'closed'],
    ['http://localhost:8788', own('http://localhost:8787'), 'closed'],
    ['http://techhk.aoscdn.com', defaultSettings, 'closed'],
    ['https://techhk.aoscdn.com.example', defaultSettings, 'closed'],
    ['https://techhk.aoscdn.com@service.example', defaultSettings, 'closed'],
    ['https://wxtechhk.oss-cn-hongkong.aliyuncs.com', defaultSettings, 'closed'],
    ['', own(''), 'closed'],
    ['localhost:8787', own('localhost:8787'), 'closed']
  ] as const)('%s, with %o, is %s', (serviceUrl, settings, expected) => {
    expect(taskAddress({ ...sampleEntry, serviceUrl }, settings)).toBe(expected)
  })

  it('is told by its host', () => {
    expect(taskHost({ ...sampleEntry, serviceUrl: 'http://localhost:8787/relay' })).toBe('localhost:8787')
    expect(taskHost({ ...sampleEntry, serviceUrl: 'no address' })).toBe('no address')
  })

  it('can be any of the manifest but the hosts of results, to which no key is sent', () => {
    const { networkAccess } = readManifest(JSON.parse(readFileSync('manifest.json', 'utf8')))
    const allowed = [...(networkAccess?.allowedDomains ?? []), ...(networkAccess?.devAllowedDomains ?? [])]
    expect(allowed.filter((domain) => !domain.includes('.oss-'))).toEqual(allowedServiceUrls)
  })
})
