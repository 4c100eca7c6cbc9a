import { describe, expect, it } from 'vitest'
import { readDemoOptions } from '../../../playground/demo/demo-options'
import { photoScene } from '../../../playground/demo/photo-scene'

/** 600 × 400 px. */
const photo = 'playground/scenes/images/coffee.png'

describe('readDemoOptions', () => {
  it('reads how far the frame reaches past a photo that is to fill one', () => {
    const args = ['--photo', photo, '--mode', 'fit', '--insets', '40, 10%,0,25px']
    expect(readDemoOptions(args)?.photoFrame).toEqual({
      top: { amount: 40, unit: 'px' },
      right: { amount: 10, unit: '%' },
      bottom: { amount: 0, unit: 'px' },
      left: { amount: 25, unit: 'px' }
    })
  })

  it.each([
    ['a photo whose sides grow', ['--photo', photo]],
    ['a scene', ['--scene', 'phone', '--mode', 'fit']]
  ])('has no such frame for %s', (_name, args) => {
    expect(readDemoOptions(args)?.photoFrame).toBeNull()
  })

  it.each(['0,wide,0,0', '0,0,-5,0', '1,2,3'])('refuses insets of %s for a frame', (insets) => {
    expect(() => readDemoOptions(['--photo', photo, '--mode', 'fit', '--insets', insets])).toThrow('--insets')
  })
})

describe('photoScene', () => {
  it('selects the photo alone on the page when there is no frame', async () => {
    const { scene, nodeId } = await photoScene(photo, null)
    expect(nodeId).toBe('1:2')
    expect(scene.document.children?.[0]?.children).toEqual([
      expect.objectContaining({ id: '1:2', type: 'RECTANGLE', size: { x: 600, y: 400 } })
    ])
  })

  it('selects the frame that reaches past the photo', async () => {
    const { scene, nodeId } = await photoScene(photo, {
      top: { amount: 40, unit: 'px' },
      right: { amount: 10, unit: '%' },
      bottom: { amount: 0, unit: 'px' },
      left: { amount: 25, unit: 'px' }
    })
    expect(nodeId).toBe('1:1')
    const [frame, ...others] = scene.document.children?.[0]?.children ?? []
    expect(others).toEqual([])
    expect(frame).toMatchObject({
      id: '1:1',
      type: 'FRAME',
      size: { x: 685, y: 440 },
      children: [
        {
          id: '1:2',
          relativeTransform: [
            [1, 0, 25],
            [0, 1, 40]
          ],
          size: { x: 600, y: 400 }
        }
      ]
    })
  })
})
