import { describe, expect, test } from 'vitest'
import { kindOf } from '../../../playground/demo/script/traffic'

const service = 'http://localhost:8787'
const tasks = `${service}/api/tasks/visual/advanced-image-expand`

describe('kindOf', () => {
  test.each([
    ['POST', tasks, 'create'],
    ['POST', 'https://example.com/base/api/tasks/visual/advanced-image-expand', 'create'],
    ['GET', `${tasks}/123`, 'query'],
    ['OPTIONS', tasks, null],
    ['GET', `${service}/results/123_0?Expires=1`, 'download'],
    ['GET', 'https://wxtechhk.oss-cn-hongkong.aliyuncs.com/result.png', 'download'],
    ['GET', `${service}/api/balance`, 'balance'],
    ['GET', `${service}/elsewhere`, 'other'],
    ['GET', 'http://127.0.0.1:4000/editor.js', null],
    ['GET', 'data:image/png;base64,AAAA', null],
    ['GET', 'blob:null/1', null]
  ])('%s %s is %s', (method, url, kind) => {
    expect(kindOf({ method, url }, service, 'http://127.0.0.1:4000/?scene=banner')).toBe(kind)
  })
})
