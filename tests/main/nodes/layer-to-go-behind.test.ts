import { describe, expect, test } from 'vitest'
import { findLayerToGoBehind } from '../../../src/main/nodes/layer-to-go-behind'
import { layer, type Sketch } from '../../playground/document/build-document'
import { openLayers, solid } from '../support/open-layers'

const target = layer('TEXT', { name: 'target', characters: 'a' })
const frame = { name: 'frame', fills: [] }
const row = { ...frame, name: 'row', layoutMode: 'HORIZONTAL' } as const
const instance = { name: 'instance', fills: [], clipsContent: false }
const group = (name: string, ...children: readonly Sketch[]): Sketch => layer('GROUP', { name }, children)

describe('where a layer behind another goes', () => {
  test.each<readonly [string, Sketch, string]>([
    ['on the page', target, 'Page 1 behind target'],
    ['in a frame', layer('FRAME', frame, [target]), 'frame behind target'],
    ['in a component', layer('COMPONENT', { name: 'component' }, [target]), 'component behind target'],
    ['in a section', layer('SECTION', { name: 'section' }, [target]), 'section behind target'],
    ['in a group', group('group', target), 'group behind target'],
    ['in auto layout, out of its flow', layer('FRAME', row, [target]), 'row behind target'],
    [
      'behind all groups that auto layout places',
      layer('FRAME', row, [group('outer', group('inner', target))]),
      'row behind outer'
    ],
    [
      'within a group that auto layout does not place',
      layer('FRAME', row, [layer('GROUP', { name: 'free', layoutPositioning: 'ABSOLUTE' }, [target])]),
      'free behind target'
    ],
    [
      'behind a group in a variant',
      layer('COMPONENT_SET', { name: 'set' }, [layer('COMPONENT', { name: 'variant' }, [target])]),
      'variant behind target'
    ],
    [
      'outside of an instance',
      layer('FRAME', frame, [layer('INSTANCE', instance, [target])]),
      'frame behind instance'
    ],
    [
      'outside of the outermost instance',
      layer('FRAME', frame, [
        layer('INSTANCE', instance, [layer('INSTANCE', { ...instance, name: 'inner' }, [target])])
      ]),
      'frame behind instance'
    ],
    [
      'outside of an instance whose fills do not show',
      layer('INSTANCE', { ...instance, fills: [solid({ visible: false })] }, [target]),
      'Page 1 behind instance'
    ],
    [
      'outside of an instance and of the group that auto layout places it in',
      layer('FRAME', row, [group('group', layer('INSTANCE', instance, [target]))]),
      'row behind group'
    ]
  ])('%s', (_name, sketch, expected) => {
    const { the } = openLayers([sketch])
    const host = findLayerToGoBehind(the('target'))
    expect(host.ok ? `${host.value.parent.name} behind ${host.value.anchor.name}` : host.failure.kind).toBe(
      expected
    )
  })

  test('an instance itself is no obstacle', () => {
    const { the } = openLayers([layer('INSTANCE', { ...instance, fills: [solid()] }, [target])])
    const host = findLayerToGoBehind(the('instance'))
    expect(host.ok && host.value.anchor.name).toBe('instance')
  })
})

describe('there is no place', () => {
  const variant = layer('COMPONENT', { name: 'target' })
  test.each<readonly [string, Sketch, object]>([
    [
      'behind a fill of the instance',
      layer('INSTANCE', { ...instance, fills: [solid()] }, [target]),
      { kind: 'inside-instance', name: 'target', instanceName: 'instance' }
    ],
    [
      'where the instance clips',
      layer('INSTANCE', { ...instance, clipsContent: true }, [target]),
      { kind: 'inside-instance', name: 'target', instanceName: 'instance' }
    ],
    [
      'behind a fill between the layer and the instance',
      layer('INSTANCE', instance, [
        layer('FRAME', { ...frame, fills: [solid()], clipsContent: false }, [target])
      ]),
      { kind: 'inside-instance', name: 'target', instanceName: 'instance' }
    ],
    [
      'behind a fill of an instance within the outermost',
      layer('INSTANCE', instance, [layer('INSTANCE', { name: 'inner', fills: [solid()] }, [target])]),
      { kind: 'inside-instance', name: 'target', instanceName: 'instance' }
    ],
    [
      'behind a variant',
      layer('COMPONENT_SET', { name: 'set' }, [variant]),
      { kind: 'fixed-variant', name: 'target' }
    ],
    [
      'in a boolean operation',
      layer('BOOLEAN_OPERATION', { name: 'boolean' }, [layer('RECTANGLE', { name: 'target' })]),
      { kind: 'not-expandable', name: 'target', nodeType: 'RECTANGLE' }
    ]
  ])('%s', (_name, sketch, failure) => {
    const { the } = openLayers([sketch])
    expect(findLayerToGoBehind(the('target'))).toEqual({ ok: false, failure })
  })
})
