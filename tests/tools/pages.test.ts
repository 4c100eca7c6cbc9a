import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { object, parse, record, string } from 'valibot'
import { describe, expect, it, test } from 'vitest'
import { iconSide } from '../../tools/listing/icon'

const pages = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
  'listing/listing.md'
]
const { scripts } = parse(
  object({ scripts: record(string(), string()) }),
  JSON.parse(readFileSync('package.json', 'utf8'))
)

describe.each(pages)('%s', (page) => {
  const text = readFileSync(page, 'utf8')

  it('leads to nothing that is not there', () => {
    const links = [...text.matchAll(/(?:\]\(|src=")([^)"#]+)/g)].flatMap(([, link = '']) =>
      /^https?:/.test(link) ? [] : [link]
    )
    expect(links.filter((link) => !existsSync(join(dirname(page), link)))).toEqual([])
  })

  it('names no command that is not there', () => {
    const commands = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name)
    expect(commands.filter((name) => !(name in scripts))).toEqual([])
  })
})

test('the README begins with what a fresh clone runs', () => {
  const blocks = [...readFileSync('README.md', 'utf8').matchAll(/```sh\n(.*?)```/gs)].map(
    ([, block]) => block
  )
  expect(blocks.slice(0, 2)).toEqual(['npm ci\nnpm run demo\n', 'npm ci\nnpm test\n'])
})

test.each([
  ['docs/picture.png', 1440, 900, 300_000],
  ['listing/cover.png', 1920, 1080, 600_000],
  ['listing/icon.png', iconSide, iconSide, 20_000]
])('%s is a picture of %d × %d px and no larger than it has to be', async (file, width, height, most) => {
  expect(await sharp(file).metadata()).toMatchObject({ format: 'png', width, height })
  expect(statSync(file).size).toBeLessThan(most)
})
