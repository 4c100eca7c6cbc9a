import { describe, expect, it, test } from 'vitest'
import type { Failure, ServiceFailure } from '../../../src/core/failures'
import { fail } from '../../../src/core/outcome'
import { actionsFor } from '../../../src/ui/expansion/failure-actions'
import type { VariationState } from '../../../src/ui/expansion/run'
import { chinese } from '../../../src/ui/words/chinese'
import { english } from '../../../src/ui/words/english'
import { chineseClaims, type Claim, englishClaims } from '../../../src/ui/words/failures/claims'
import { explainFailure } from '../../../src/ui/words/failures/explain-failure'
import { sidesWish } from '../support/sample-drafts'
import { baseUrl, quiet, startRuns } from '../support/start-runs'

const creditClaims = [
  'nothing charged',
  'nothing sent',
  'perhaps charged',
  'not charged again',
  'try again'
] as const satisfies readonly Claim[]

const languages = [
  { words: english, claims: englishClaims },
  { words: chinese, claims: chineseClaims }
] as const

/** The claims of credits that the window's text is made of, which are the same in both languages. */
function claimsOf(failure: Failure, reached: Parameters<typeof explainFailure>[1]): readonly Claim[] {
  const [inEnglish = [], inChinese] = languages.map(({ words, claims }) => {
    const { title, sentence } = explainFailure(failure, reached, words)
    return creditClaims.filter((claim) =>
      Object.values(claims[claim]).some((phrase: string) => `${title} ${sentence}`.includes(phrase))
    )
  })
  expect(inChinese).toEqual(inEnglish)
  return inEnglish
}

type Failed = VariationState & { readonly kind: 'failed' }

/** Runs an expansion to its failure. */
async function failedRun(changes: Parameters<typeof startRuns>[0]): Promise<Failed> {
  const runs = startRuns(changes)
  runs.start([sidesWish], { variants: 1, baseUrl, seed: null })
  await quiet()
  const [state] = runs.states()
  if (state?.kind !== 'failed') {
    throw new Error(`the run is ${String(state?.kind)}`)
  }
  return state
}

const refusals = {
  'wrong-key': { kind: 'wrong-key', message: 'no' },
  'out-of-credits': { kind: 'out-of-credits', message: 'no credits' },
  refused: { kind: 'refused', status: 400, message: '' },
  'too-many-requests': { kind: 'too-many-requests', message: '' },
  'server-fault': { kind: 'server-fault', status: 502, message: '' },
  'unreadable-answer': { kind: 'unreadable-answer', detail: '' },
  'invalid-request': {
    kind: 'invalid-request',
    field: 'key',
    rule: 'must be letters, digits and signs without spaces'
  }
} as const satisfies Partial<Record<ServiceFailure['kind'], ServiceFailure>>

describe('a failure before the request is sent', () => {
  test.each<readonly [Failure, readonly Claim[]]>([
    [{ kind: 'export-failed', detail: '' }, ['nothing sent', 'try again']],
    [{ kind: 'node-gone' }, []],
    [{ kind: 'broken', detail: '' }, ['try again']]
  ])('$kind does not say that anything may be charged', async (failure, claims) => {
    const state = await failedRun({
      answers: {
        'export-subject': () => {
          if (failure.kind === 'export-failed' || failure.kind === 'node-gone') {
            return fail(failure)
          }
          throw new Error('thrown')
        }
      }
    })
    expect(state).toMatchObject({ failure: { kind: failure.kind }, reached: { kind: 'nothing' } })
    expect(claimsOf(state.failure, state.reached)).toEqual(claims)
  })
})

describe('a failure of the request itself', () => {
  test.each<readonly [ServiceFailure, readonly Claim[]]>([
    [refusals['wrong-key'], ['nothing charged']],
    [refusals['invalid-request'], ['nothing sent']],
    [refusals['out-of-credits'], ['try again']],
    [refusals.refused, []],
    [refusals['too-many-requests'], ['try again']],
    [refusals['server-fault'], ['perhaps charged', 'try again']],
    [refusals['unreadable-answer'], ['perhaps charged']],
    [{ kind: 'unreachable', sent: 'perhaps' }, ['perhaps charged', 'try again']],
    [{ kind: 'answer-lost' }, ['perhaps charged', 'try again']]
  ])('$kind says as much of credits as is known', async (failure, claims) => {
    const state = await failedRun({ service: { submit: () => Promise.resolve(fail(failure)) } })
    expect(state).toMatchObject({ failure, reached: { kind: 'nothing' } })
    expect(claimsOf(state.failure, state.reached)).toEqual(claims)
  })

  it('says that it may be charged when the plugin broke after it was handed over', async () => {
    const state = await failedRun({
      service: {
        submit: (_, options) => {
          void options?.onTurn?.()
          throw new Error('thrown')
        }
      }
    })
    expect(claimsOf(state.failure, state.reached)).toEqual(['perhaps charged', 'try again'])
  })
})

describe('a failure after the task is known', () => {
  const faults: readonly ServiceFailure[] = [
    ...Object.values(refusals),
    { kind: 'unreachable', sent: 'no' },
    { kind: 'still-running', taskId: 't1', waitedMs: 180_000 },
    { kind: 'unknown-state', taskId: 't1', state: 9 },
    { kind: 'no-image', taskId: 't1', detail: '' }
  ]

  test.each(faults)('$kind of a poll says that the result is not charged again', async (failure) => {
    const state = await failedRun({ service: { awaitResult: () => Promise.resolve(fail(failure)) } })
    expect(state).toMatchObject({ failure, reached: { kind: 'task' } })
    expect(claimsOf(state.failure, state.reached)).toEqual(['not charged again'])
    expect(actionsFor(state.failure, state.reached)).toContain('go-on')
  })

  test.each<ServiceFailure>([
    { kind: 'no-image', taskId: 't1', detail: '' },
    { kind: 'download-failed', taskId: 't1', url: 'https://a.example', status: 403 }
  ])('$kind of its download says so too', async (failure) => {
    const state = await failedRun({ service: { download: () => Promise.resolve(fail(failure)) } })
    expect(claimsOf(state.failure, state.reached)).toEqual(['not charged again'])
  })

  it('of a task that failed says that it may be charged', async () => {
    const failure = { kind: 'task-failed', taskId: 't1', state: -1, reason: 'failed', message: '' } as const
    const state = await failedRun({ service: { awaitResult: () => Promise.resolve(fail(failure)) } })
    expect(claimsOf(state.failure, state.reached)).toEqual(['perhaps charged', 'try again'])
  })

  it('says so too when the key is gone, or the plugin broke', async () => {
    const broken = await failedRun({
      service: {
        awaitResult: () => {
          throw new Error('thrown')
        }
      }
    })
    expect(broken).toMatchObject({ failure: { kind: 'broken' }, reached: { kind: 'task' } })
    expect(claimsOf(broken.failure, broken.reached)).toEqual(['not charged again'])
    expect(claimsOf({ kind: 'no-key' }, broken.reached)).toEqual(['not charged again'])
  })
})

test.each([...Object.values(refusals), { kind: 'unreachable', sent: 'no' } as const])(
  '$kind of a test of the key does not say that anything may be charged',
  (failure) => {
    const claims = claimsOf(failure, null)
    expect(claims).not.toContain('perhaps charged')
    expect(claims).not.toContain('not charged again')
  }
)
