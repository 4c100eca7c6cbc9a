import { describe, expect, test } from 'vitest'
import { isInsideMask, isMasked } from '../../../src/main/nodes/is-masked'
import { layer, type Sketch } from '../../playground/document/build-document'
import { openLayers } from '../support/open-layers'

const target = layer('RECTANGLE', { name: 'target' })
const mask = layer('ELLIPSE', { name: 'mask', isMask: true })
const hiddenMask = layer('ELLIPSE', { name: 'mask', isMask: true, visible: false })
const group = (...children: readonly Sketch[]): Sketch => layer('GROUP', { name: 'group' }, children)

describe('whether a mask cuts a layer', () => {
  test.each<readonly [string, readonly Sketch[], boolean, boolean]>([
    ['no mask', [target], false, false],
    ['a mask is cut by itself', [layer('RECTANGLE', { name: 'target', isMask: true })], true, true],
    ['directly above a mask', [mask, target], true, true],
    ['further above', [mask, layer('TEXT'), target], true, true],
    ['beneath a mask', [target, mask], false, false],
    ['above a hidden mask', [hiddenMask, target], false, false],
    ['in a group above a mask', [mask, group(target)], false, true],
    ['in a group beneath a mask', [group(target), mask], false, false],
    ['above a group with a mask in it', [group(mask, layer('TEXT')), target], false, false],
    ['deep above a mask', [mask, layer('FRAME', {}, [group(target)])], false, true],
    ['in a group that is a mask', [layer('GROUP', { isMask: true }, [target])], false, true]
  ])('%s', (_name, sketches, masked, inside) => {
    const { the } = openLayers(sketches)
    expect([isMasked(the('target')), isInsideMask(the('target'))]).toEqual([masked, inside])
  })
})
