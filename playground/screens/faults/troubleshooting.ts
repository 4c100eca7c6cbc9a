import { format, resolveConfig } from 'prettier'
import type { Failure, TaskFailureReason } from '../../../src/core/failures'
import { say } from '../../../src/ui/words/say'
import type { Words } from '../../../src/ui/words/words'
import { type Fault, faultsAtOtherTimes, sampleFaults, taskFailure } from '../states/samples/sample-failures'
import { buttonMeanings } from './button-meanings'
import { type FaultButton, faultCard } from './fault-card'
import { chapters, charges, faultNotes } from './fault-notes'
import { obstacleRows } from './obstacle-rows'

/** Where the page is kept. */
export const troubleshootingFile = 'docs/troubleshooting.md'

/** Where the pictures are, from the page. */
export const faultPicture = (kind: string): string => `faults/${kind}.png`

/** What helps where a browser reaches the service and the plugin doesn't. */
const relayChapter = `## If the service can’t be reached: the relay

A plugin’s window has an origin of its own, which browsers call “null”. Should a network, or the service, refuse that origin, the service works everywhere but in the plugin. A small relay on your own computer helps then. It needs Node 20.19 or later and the plugin’s folder, and the plugin imported from that folder (_Plugins → Development_): Figma lets a plugin from the Community reach no address of your computer.

1. In the plugin’s folder: \`npm ci\` (once), then \`npm run relay\`. With a key bought in China: \`npm run relay -- --region china\`. Leave it running.
2. In the plugin’s settings, choose _Own URL_, type \`http://localhost:8787\` and press _Test key_.
3. To go back, choose the region again and stop the relay with Ctrl+C.

The relay passes on the service’s two endpoints and nothing else, to the service and to nowhere else. It answers this computer alone, turns websites away, and stores nothing; in its window each request is a line without key, task or prompt. If the port is taken, stop what uses it: \`npm start\` does.`

/** The kinds of failures, in the order of their chapters. */
export const faultKinds: readonly Failure['kind'][] = Object.values(sampleFaults).map(
  ({ failure }) => failure.kind
)

/** Width of a picture on the page, px. */
const pictureWidth = 288

/** Writes the page on everything that can go wrong, as Markdown: what the window says is taken from its words. */
export async function troubleshooting(words: Words): Promise<string> {
  const page = [
    '<!-- Made by `npm run faults` from the words of the window, which are in src/ui/words: not to be edited here. -->',
    '# When something goes wrong',
    'Everything that can end an expansion: what the window shows, what it means for your file and what it costs, and what to press. The service’s and Figma’s own words, in quotation marks, are examples.',
    ...Object.entries(chapters).flatMap(([chapter, title]) => [
      `## ${title}`,
      table(
        ['What you see', 'What happened', 'What it costs', 'What to press'],
        faultKinds
          .filter((kind) => faultNotes[kind].chapter === chapter)
          .flatMap((kind) => rowsOf(kind, words))
      ),
      ...(chapter === 'making' ? reasons(words) : [])
    ]),
    '## Before Expand can be pressed',
    'These cost nothing: nothing is sent. The names of layers are examples.',
    table(['What you see', 'What to do'], obstacleRows(words)),
    '## What the buttons do',
    table(['Button', 'What it does'], buttonRows(words)),
    relayChapter
  ]
  return format(page.join('\n\n'), { ...(await resolveConfig(troubleshootingFile)), parser: 'markdown' })
}

function rowsOf(kind: Failure['kind'], words: Words): readonly (readonly string[])[] {
  const { title } = faultCard(sampleFaults[kind], words)
  const picture = `<img src="${faultPicture(kind)}" width="${pictureWidth}" alt="${title}">`
  return [
    [picture, ...cellsOf(sampleFaults[kind], charges[faultNotes[kind].charge], words)],
    ...faultsAtOtherTimes
      .filter(({ failure }) => failure.kind === kind)
      .map((fault) => [`The same ${fault.time}`, ...cellsOf(fault, chargeAtOtherTime(fault), words)])
  ]
}

function cellsOf(fault: Fault, charge: string, words: Words): readonly string[] {
  const { title, sentence, buttons } = faultCard(fault, words)
  return [`**${title}.** ${sentence}`, charge, buttons.map(({ label }) => label).join('<br>') || '–']
}

/** What is paid for is told by how far it had come. */
function chargeAtOtherTime({ failure, reached }: Fault): string {
  switch (reached.kind) {
    case 'nothing':
      return 'taskMayExist' in failure || failure.kind === 'unreadable-answer'
        ? charges.perhaps
        : charges.unsent
    case 'task':
    case 'result':
      return charges.kept
    case 'image':
      return charges.made
  }
}

/** What the service says of a task that failed: a new reason without words does not compile, in the words. */
const taskFailureReasons = Object.keys({
  failed: true,
  'result-not-stored': true,
  'url-unreachable': true,
  'too-large': true,
  'invalid-image': true,
  'timed-out': true,
  internal: true,
  'content-refused': true,
  'cancelled-abnormally': true,
  'short-of-resources': true,
  'prompt-refused': true,
  undocumented: true
} satisfies Record<TaskFailureReason, true>) as readonly TaskFailureReason[]

function reasons(words: Words): readonly string[] {
  const { title } = faultCard(sampleFaults['task-failed'], words)
  const sentences = taskFailureReasons.map(
    (reason) => say(words.failures, taskFailure(reason), 'nothing').sentence
  )
  return [`“${title}” goes on with one of these:`, sentences.map((sentence) => `- ${sentence}`).join('\n')]
}

/** Every button that a fault can offer, once for each thing that it does. */
function buttonRows(words: Words): readonly (readonly string[])[] {
  const labels = new Map<FaultButton['does'], Set<string>>()
  for (const fault of [...Object.values(sampleFaults), ...faultsAtOtherTimes]) {
    for (const { label, does } of faultCard(fault, words).buttons) {
      labels.set(does, (labels.get(does) ?? new Set()).add(label))
    }
  }
  return [...labels].map(([does, names]) => [[...names].join(', '), buttonMeanings[does]])
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
