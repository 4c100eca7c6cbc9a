import { setImmediate } from 'node:timers/promises'
import sharp from 'sharp'
import * as v from 'valibot'
import { expect } from 'vitest'
import { type ServiceOptions, type StandIn, startService } from '../../../playground/service/server'
import { createFakeClock, type FakeClock } from '../../fake-clock'

export const apiPath = '/api/tasks/visual/advanced-image-expand'

/** Stands for any text in an expected value. */
export const anyText: unknown = expect.any(String)

/** Stands for a text of this pattern in an expected value. */
export function textLike(pattern: RegExp): unknown {
  return expect.stringMatching(pattern)
}

/** The fields of a create: texts, and files as bytes. */
export type Fields = Readonly<Record<string, string | Uint8Array>>

export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

const withData = v.object({ data: v.looseObject({}) })

/** The `data` of an answer. */
export function dataOf({ body }: Answered): Readonly<Record<string, unknown>> {
  return v.parse(withData, body).data
}

/** The task id of an answer. */
export function taskIdOf(answer: Answered): string {
  return v.parse(v.string(), dataOf(answer)['task_id'])
}

/** Runs the event loop, without sleeping, until something is so. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await setImmediate()
}

async function read(response: Response): Promise<Answered> {
  const body: unknown = await response.json()
  return { status: response.status, headers: response.headers, body }
}

export function formOf(fields: Fields): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') form.append(name, value)
    else form.append(name, new Blob([Uint8Array.from(value)]), 'some-file')
  }
  return form
}

/** A stand-in on a clock that stands still, and the calls of a caller with the right key. */
export interface Session {
  readonly service: StandIn
  readonly clock: FakeClock
  readonly create: (fields: Fields, key?: string) => Promise<Answered>
  readonly poll: (taskId: string, key?: string) => Promise<Answered>
  /** Creates synchronously and gives the result's bytes. */
  readonly expand: (fields: Fields) => Promise<Uint8Array>
  /** Back to the start: no request, no task, and no fault but these. */
  readonly restart: (faults?: Parameters<StandIn['setFaults']>[0]) => void
}

/** Starts one; without any limit of rate, with tasks that are done at once, and with links to this machine, unless told otherwise. */
export async function startSession(options: ServiceOptions = {}): Promise<Session> {
  const clock = createFakeClock(1_800_000_000_000)
  const service = await startService({ clock, processingMs: 0, localLinks: true, ...options })
  const headers = (key: string) => ({ 'X-API-KEY': key })
  const create = async (fields: Fields, key = 'demo-key') =>
    read(await fetch(service.url + apiPath, { method: 'POST', body: formOf(fields), headers: headers(key) }))
  const poll = async (taskId: string, key = 'demo-key') =>
    read(await fetch(`${service.url}${apiPath}/${taskId}`, { headers: headers(key) }))
  const expand = async (fields: Fields) => {
    const answer = await create({ return_type: '2', sync: '1', seed: '1', ...fields })
    return Buffer.from(v.parse(v.string(), dataOf(answer)['image']), 'base64')
  }
  const restart: Session['restart'] = (faults = {}) => {
    service.reset()
    service.setFaults({ 'no-rate-limit': true, ...faults })
  }
  restart()
  return { service, clock, create, poll, expand, restart }
}

/** A picture with a gradient, stripes and a diagonal: nothing in it is flat, and no two sides are alike. */
export async function paintSample(
  width: number,
  height: number,
  format: 'png' | 'jpeg' | 'webp' | 'gif' = 'png'
): Promise<Uint8Array> {
  const data = new Uint8Array(width * height * 3)
  for (let i = 0; i < width * height; i += 1) {
    const x = i % width
    const y = Math.floor(i / width)
    data[i * 3] = 40 + (150 * x) / width + (y % 8 < 3 ? 30 : 0)
    data[i * 3 + 1] = 200 - (120 * y) / height + (x % 6 < 2 ? 25 : 0)
    data[i * 3 + 2] = (x + y) % 11 < 4 ? 60 : 160
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
    .toFormat(format)
    .toBuffer()
}

/** A mask: white, but for one black box. */
export async function paintMask(
  width: number,
  height: number,
  kept: { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
): Promise<Uint8Array> {
  const box = { width: kept.width, height: kept.height, channels: 3 as const, background: '#000' }
  return sharp({ create: { width, height, channels: 3, background: '#fff' } })
    .composite([{ input: { create: box }, left: kept.left, top: kept.top }])
    .removeAlpha()
    .png()
    .toBuffer()
}

/** Decoded RGB pixels. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

export async function decodePixels(
  bytes: Uint8Array,
  area?: { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
): Promise<Pixels> {
  const whole = sharp(bytes)
  const { data, info } = await (area === undefined ? whole : whole.extract(area))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data }
}
