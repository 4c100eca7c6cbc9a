import { refuse, refusals, reply, type Answer } from './answer'
import type { Faults } from './faults'
import type { FaultSwitches } from './fault-switches'

type Call = 'create' | 'poll'

const gatewayPage =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center></body>\r\n</html>\r\n'

/** An answer that comes instead of any work: a status, or a 429. */
export function refuseByFault(switches: FaultSwitches, call: Call): Answer | undefined {
  const { current } = switches
  if (switches.use('always-429', current['always-429'])) return refuse(refusals[429])
  const name = call === 'create' ? 'create-status' : 'poll-status'
  const status = current[name]
  const times = current['status-times'] === 0 ? Infinity : current['status-times']
  return status !== 0 && switches.use(name, times) ? refuse(refusals[status]) : undefined
}

/** The answer with its body spoilt, where a fault says so. */
export function spoil(answer: Answer, faults: Faults, call: Call): Answer {
  if (answer.kind === 'drop') return answer
  const hits = (name: 'not-json' | 'truncated-json' | 'html-error-page') =>
    faults[name] === call || faults[name] === 'both'
  if (hits('html-error-page')) return reply(502, 'text/html', gatewayPage)
  if (hits('not-json')) return { ...answer, body: Buffer.from('upstream said nothing') }
  if (hits('truncated-json')) return { ...answer, body: answer.body.slice(0, answer.body.length >> 1) }
  return answer
}
