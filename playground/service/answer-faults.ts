import { type Answer, refusals, refuse, reply } from './answer'
import type { FaultSwitches } from './fault-switches'
import type { Faults } from './faults'

type Call = 'create' | 'poll'

const gatewayTitles = { 404: '404 Not Found', 502: '502 Bad Gateway' } as const

/** A gateway's own error page: no envelope, so it says nothing of a task. */
function gatewayError(status: keyof typeof gatewayTitles): Answer {
  const title = gatewayTitles[status]
  return reply(
    status,
    'text/html',
    `<html>\r\n<head><title>${title}</title></head>\r\n<body><center><h1>${title}</h1></center></body>\r\n</html>\r\n`
  )
}

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
  if (hits('html-error-page')) return gatewayError(faults['html-error-status'])
  if (hits('not-json')) return { ...answer, body: Buffer.from('upstream said nothing') }
  if (hits('truncated-json')) return { ...answer, body: answer.body.slice(0, answer.body.length >> 1) }
  return answer
}
