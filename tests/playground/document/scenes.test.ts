import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { dumpScene, loadScene, type SceneFile } from '../../../playground/document/scene/rest'
import { allNodes } from './arbitrary-document'
import { boxOf, named, parseScene } from './build-document'

const folder = new URL('../../../playground/scenes/', import.meta.url)

function imagesOfScenes(): Record<string, Uint8Array> {
  const names = readdirSync(new URL('images/', folder)).filter((name) => /\.(png|jpg)$/.test(name))
  return Object.fromEntries(names.map((name) => [name, readFileSync(new URL(`images/${name}`, folder))]))
}

function open(name: string) {
  const scene = parseScene(readFileSync(new URL(name, folder), 'utf8'))
  return loadScene(scene, imagesOfScenes())
}

describe.each(['banner.json', 'phone.json', 'product-card.json'])('%s', (name) => {
  test('has one page, a component and an instance of it, and unique ids in Figma’s form', () => {
    const document = open(name)
    expect(document.root.children).toHaveLength(1)
    const nodes = allNodes(document)
    const instances = nodes.filter((node) => node.type === 'INSTANCE')
    expect(instances.length).toBeGreaterThan(0)
    for (const instance of instances) {
      expect(document.get(instance.componentId ?? '')?.type).toBe('COMPONENT')
    }
    expect(nodes.every((node) => /^(\d+:\d+|I\d+:\d+(;\d+:\d+)+)$/.test(node.id))).toBe(true)
    expect(new Set(nodes.map((node) => node.id)).size).toBe(nodes.length)
  })

  test('is at rest: a change of nothing moves nothing', () => {
    const document = open(name)
    const before = JSON.stringify(dumpScene(document))
    document.changed()
    expect(JSON.stringify(dumpScene(document))).toBe(before)
  })

  test('its boxes are the ones that its transforms and sizes give', () => {
    const scene = parseScene(readFileSync(new URL(name, folder), 'utf8'))
    const dumped = dumpScene(open(name))
    const boxes = (node: SceneFile['document']): readonly unknown[] => [
      node['absoluteBoundingBox'] ?? null,
      ...(node.children ?? []).flatMap(boxes)
    ]
    expect(boxes(dumped.document)).toHaveLength(boxes(scene.document).length)
    boxes(dumped.document).forEach((box, index) => {
      expect(roundedBox(box)).toEqual(roundedBox(boxes(scene.document)[index]))
    })
  })
})

function roundedBox(box: unknown): unknown {
  return JSON.parse(
    JSON.stringify(box, (_key, value: unknown) =>
      typeof value === 'number' ? Math.round(value * 1e3) / 1e3 : value
    )
  )
}

test.each([
  ['banner.json', 'Web banner', [0, 0, 1200, 440], 'FILL'],
  ['phone.json', 'Hero photo', [0, 50, 390, 260], 'FILL'],
  ['product-card.json', 'Product photo', [120, 128, 400, 267], 'FILL']
] as const)('%s: the photo is in "%s"', (file, name, box, scaleMode) => {
  const document = open(file)
  const node = named(document, name)
  expect(boxOf(node)).toEqual(box)
  const top = node.fills[node.fills.length - 1]
  expect(top).toMatchObject({ type: 'IMAGE', scaleMode })
  expect(document.images.has(top?.type === 'IMAGE' ? (top.imageHash ?? '') : '')).toBe(true)
})
