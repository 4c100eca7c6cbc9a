import { entriesPart } from './entries'
import { eventsPart } from './events'
import { figmaPart } from './figma'
import { globalsPart } from './globals'
import { nodesPart } from './nodes'
import { promisesPart } from './promises'
import { valuesPart } from './values'

/**
 * The script that runs in the VM before the plugin: it builds the global `figma` and the few other globals of Figma's
 * main thread over one host function. What the properties and methods do, check and say is the host's; the prelude
 * only carries values across and keeps the plugin's callbacks.
 *
 * The parts share one scope, and each uses only what stands before it when it runs. It is an expression: a function of (host, shape) that gives the host its entry points.
 * - `host(operation, json, ...buffers)` answers `json`, or `[json, ...buffers]` when bytes come along. The JSON is
 *   `{ v: value }`, `{ e: { name, message } }` (thrown) or `{ p: number }` (a promise that `settle` completes).
 * - `shape` says which members each kind of node, and `figma` itself, has (`ApiShape`).
 */
export const preludeSource = [
  `(function (host, shapeJson) {
  'use strict'
  const shape = JSON.parse(shapeJson)
  const { parse, stringify } = JSON
  const global = globalThis
  const mixed = Symbol('figma.mixed')
  const nativeThen = Promise.prototype.then`,
  valuesPart,
  nodesPart,
  eventsPart,
  figmaPart,
  promisesPart,
  globalsPart,
  entriesPart,
  '})'
].join('\n')
