import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { membranePainter } from '../../../../src/raster/finish/seam/add-membrane'
import type { BoundarySample, Tone } from '../../../../src/raster/finish/seam/boundary-sample'
import { matchSeam } from '../../../../src/raster/finish/seam/match-seam'
import { smoothAlongSeam } from '../../../../src/raster/finish/seam/smooth-along-seam'
import { spreadMembrane } from '../../../../src/raster/finish/seam/spread-membrane'
import { toLumaChroma, toTone } from '../../../../src/raster/finish/seam/tone-differences'

/** 64 pieces around a square of 160 px in the middle of a canvas of 320 px. */
const canvas = { width: 320, height: 320 }
const places = Array.from({ length: 64 }, (_, index) => {
  const along = (index % 16) * 10 + 5
  const [x = 0, y = 0] = [
    [80 + along, 80],
    [240, 80 + along],
    [240 - along, 240],
    [80, 240 - along]
  ][Math.floor(index / 16)] ?? [0, 0]
  return { x, y, length: 10 }
})

function sampleAt(
  place: (typeof places)[number],
  { drift = [0, 0, 0], jump = [0, 0, 0], noise = 1 }: { drift?: Tone; jump?: Tone; noise?: number }
): BoundarySample {
  const inner: Tone = [120, 130, 140]
  return {
    ...place,
    drift,
    driftSpread: 1,
    driftPixels: 200,
    jump: { tone: toLumaChroma(jump), noise: [noise, noise, noise] },
    inner,
    outer: [inner[0] - drift[0] - jump[0], inner[1] - drift[1] - jump[1], inner[2] - drift[2] - jump[2]]
  }
}

const on = { isOn: true, seamIsOutline: false }

/** A reproducible scatter about 0, of about the given spread. */
const scatter = (index: number, spread: number): number => (((index * 7919) % 101) / 50 - 1) * 1.7 * spread

describe('the correction along the rim', () => {
  test.each<readonly [string, { drift?: Tone; jump?: Tone }]>([
    ['the service’s version of the original is lighter', { drift: [-6, -6, -6] }],
    ['only what was generated is lighter', { jump: [-6, -6, -6] }],
    ['some of both', { drift: [-3, -2, -1], jump: [-4, -3, 2] }]
  ])('%s: taken away', (_, difference) => {
    const samples = places.map((place) => sampleAt(place, difference))
    const { seam, membrane } = matchSeam(samples, canvas, on)
    expect(seam?.before.mean).toBeGreaterThan(1.5)
    expect(seam?.after.mean).toBeLessThan(0.3)
    const wanted = [0, 1, 2].map((c) => (difference.drift?.[c] ?? 0) + (difference.jump?.[c] ?? 0))
    for (const tone of membrane?.atSeam ?? []) {
      tone.forEach((level, c) => {
        expect(level).toBeCloseTo(wanted[c] ?? 0, 0)
      })
    }
  })

  test('a cast that grows to one side: taken away on both', () => {
    const samples = places.map((place) =>
      sampleAt(place, { jump: [(-10 * place.x) / 320, 0, (7 * place.x) / 320] })
    )
    const { seam } = matchSeam(samples, canvas, on)
    expect(seam?.before.worst).toBeGreaterThan(3)
    expect(seam?.after.worst).toBeLessThan(0.6)
  })

  test('jumps that only scatter, as textures make them: nothing is corrected', () => {
    const samples = places.map((place, index) => {
      const level = scatter(index, 6)
      return sampleAt(place, { jump: [level, level, level], noise: 6 })
    })
    expect(matchSeam(samples, canvas, on).membrane).toBeNull()
  })

  test('one side lies on an edge of the picture: that side is left alone, and so are the others', () => {
    const samples = places.map((place, index) =>
      sampleAt(place, index < 16 ? { jump: [60, 60, 60] } : { jump: [scatter(index, 1), 0, 0] })
    )
    expect(matchSeam(samples, canvas, on).membrane).toBeNull()
  })

  test.each<readonly [string, Tone, { isOn: boolean; seamIsOutline: boolean }]>([
    ['turned off', [-6, -6, -6], { isOn: false, seamIsOutline: false }],
    ['the rim is the subject’s outline', [-6, -6, -6], { isOn: true, seamIsOutline: true }],
    ['the whole rim is an edge', [-60, -60, -60], on]
  ])('%s: jumps are left alone', (_, jump, options) => {
    const samples = places.map((place) => sampleAt(place, { jump }))
    const { seam, membrane } = matchSeam(samples, canvas, options)
    expect(membrane).toBeNull()
    expect(seam?.after).toEqual(seam?.before)
  })

  test('another picture in the kept area: nothing is corrected', () => {
    const samples = places.map((place) => ({
      ...sampleAt(place, { drift: [-20, -20, -20] }),
      driftSpread: 45
    }))
    expect(matchSeam(samples, canvas, on).membrane).toBeNull()
  })

  test('never worse than before, whatever is measured', () => {
    const level = fc.integer({ min: -40, max: 40 })
    const tone = fc.tuple(level, level, level)
    fc.assert(
      fc.property(fc.array(fc.tuple(tone, tone), { minLength: 64, maxLength: 64 }), (tones) => {
        const samples = places.map((place, index) => {
          const [drift, jump] = tones[index] ?? [[0, 0, 0] as const, [0, 0, 0] as const]
          return sampleAt(place, { drift, jump })
        })
        const { seam } = matchSeam(samples, canvas, on)
        expect(seam?.after.mean).toBeLessThanOrEqual((seam?.before.mean ?? 0) + 1e-9)
      }),
      { numRuns: 50 }
    )
  })
})

describe('smoothing along the rim', () => {
  const options = { significance: 2, reaches: [0.3, 0.1] }

  test('a level and a slope come through, single outliers do not', () => {
    const wanted = places.map(({ x }) => 5 + x / 80)
    const values = places.map(({ x, y }, index) => ({
      x,
      y,
      value: (wanted[index] ?? 0) + (index % 9 === 0 ? 50 : scatter(index, 0.3)),
      noise: 0.5
    }))
    smoothAlongSeam(values, options).forEach((value, index) => {
      expect(Math.abs(value - (wanted[index] ?? 0))).toBeLessThan(0.8)
    })
  })

  test('what was not measured goes on as the rest does', () => {
    const values = places.map(({ x, y }, index) => ({
      x,
      y,
      value: index < 8 ? 0 : 4,
      noise: index < 8 ? Infinity : 0.3
    }))
    smoothAlongSeam(values, options).forEach((value) => {
      expect(value).toBeCloseTo(4, 0)
    })
  })

  test('too little measured: nothing', () => {
    expect(smoothAlongSeam([{ x: 0, y: 0, value: 9, noise: 0.1 }], options)).toEqual([0])
  })
})

describe('the membrane', () => {
  const samples = places.map((place) => sampleAt(place, {}))

  test('meets the differences at the rim and fades away from it', () => {
    const { atSeam, levels } = spreadMembrane(
      samples,
      samples.map((): Tone => [10, -4, 0]),
      canvas
    )
    for (const [red, green, blue] of atSeam) {
      expect(red).toBeCloseTo(10, 0)
      expect(green).toBeCloseTo(-4, 0)
      expect(blue).toBe(0)
    }
    const corner = levels[0] ?? 0
    expect(corner).toBeGreaterThan(2)
    expect(corner).toBeLessThan(9)
  })

  test('adds what it holds, clamped, and leaves the kept spans alone', () => {
    const membrane = spreadMembrane(
      samples,
      samples.map((): Tone => [30, -30, 0]),
      canvas
    )
    const paint = membranePainter(membrane, canvas)
    const pixels = new Uint32Array(320).fill(0xff800af0)
    paint(pixels, 0, 160, [80, 240])
    for (const [x, pixel] of pixels.entries()) {
      const [red, green, blue] = [pixel & 255, (pixel >>> 8) & 255, (pixel >>> 16) & 255]
      expect(pixel >>> 24).toBe(255)
      expect([red, green, blue]).toEqual(x >= 80 && x < 240 ? [240, 10, 128] : [255, 0, 128])
    }
  })

  test('a part of a row gets what the whole row gets there', () => {
    const membrane = spreadMembrane(
      samples,
      samples.map((): Tone => [7, -3, 2]),
      canvas
    )
    const paint = membranePainter(membrane, canvas)
    const whole = Uint32Array.from({ length: 320 }, (_, x) => 0xff000000 | (x * 0x10203))
    const right = whole.slice(240)
    const middle = whole.slice(70, 250)
    paint(whole, 0, 160, [80, 230])
    paint(right, 240, 160, [80, 230])
    paint(middle, 70, 160, [80, 230])
    expect(right).toEqual(whole.subarray(240))
    expect(middle).toEqual(whole.subarray(70, 250))
  })

  test('fractions of a level are spread over the pixels: their mean is right', () => {
    const flat = { columns: 2, rows: 2, levels: Float32Array.from({ length: 12 }, () => 2.3), atSeam: [] }
    const pixels = new Uint32Array(4096).fill(0xff646464)
    membranePainter(flat, { width: 4096, height: 1 })(pixels, 0, 0, [])
    const mean = pixels.reduce((sum, pixel) => sum + (pixel & 255), 0) / 4096
    expect(mean).toBeCloseTo(102.3, 1)
  })
})

test('luma and chroma lead back to the tone', () => {
  const level = fc.double({ min: -255, max: 255, noNaN: true })
  fc.assert(
    fc.property(fc.tuple(level, level, level), (tone) => {
      toTone(toLumaChroma(tone)).forEach((value, c) => {
        expect(value).toBeCloseTo(tone[c] ?? 0, 2)
      })
    })
  )
})
