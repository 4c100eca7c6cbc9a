import type { Failure, TaskFailureReason } from '../../core/failures'
import type { Reached } from './expansion-types'

/** What a press can do about a failure. */
export type FailureAction =
  /** Goes on from what exists already; where that is nothing, it is a new paid request. */
  'go-on' | 'open-settings' | 'get-credits' | 'change-prompt' | 'other-mask' | 'place-apart' | 'copy-details'

/**
 * What helps against each failure, what helps most first: a new failure that nobody has thought about does not compile.
 * Going on repeats the order as it was frozen: it is no help where the order itself cannot be carried out.
 */
const actions: Readonly<Record<Failure['kind'], readonly FailureAction[]>> = {
  'no-key': ['open-settings', 'go-on'],
  'wrong-key': ['open-settings', 'go-on', 'copy-details'],
  'out-of-credits': ['get-credits', 'go-on', 'copy-details'],
  'invalid-request': ['open-settings', 'go-on', 'copy-details'],
  refused: ['go-on', 'change-prompt', 'copy-details'],
  'unknown-task': ['go-on', 'copy-details'],
  'upload-too-large': ['copy-details'],
  'too-many-requests': ['go-on', 'copy-details'],
  'server-fault': ['go-on', 'copy-details'],
  unreachable: ['go-on', 'open-settings', 'copy-details'],
  'answer-lost': ['go-on', 'copy-details'],
  'still-running': ['go-on', 'copy-details'],
  'task-failed': ['go-on', 'change-prompt', 'copy-details'],
  'unknown-state': ['go-on', 'copy-details'],
  'unreadable-answer': ['go-on', 'open-settings', 'copy-details'],
  'no-image': ['go-on', 'copy-details'],
  'download-failed': ['go-on', 'copy-details'],
  cancelled: ['go-on'],
  'unreadable-export': ['go-on', 'copy-details'],
  'upload-cannot-fit': ['copy-details'],
  'nothing-empty': ['copy-details'],
  'nothing-to-keep': ['copy-details'],
  'unreadable-result': ['go-on', 'copy-details'],
  'node-gone': ['place-apart', 'copy-details'],
  'node-changed': ['place-apart', 'copy-details'],
  'export-failed': ['go-on', 'copy-details'],
  'image-refused': ['go-on', 'copy-details'],
  'cannot-write': ['place-apart', 'go-on', 'copy-details'],
  'storage-failed': ['copy-details'],
  'no-answer': ['go-on', 'copy-details'],
  broken: ['go-on', 'copy-details'],
  'mask-misread': ['other-mask', 'go-on', 'copy-details'],
  unchanged: ['change-prompt', 'go-on', 'copy-details']
}

/** The service's answer will be the same for the same picture. */
const ofThePicture: ReadonlySet<TaskFailureReason> = new Set([
  'too-large',
  'invalid-image',
  'content-refused'
])

/** Tells what can be done about a failure of a variant that has come this far. */
export function actionsFor(failure: Failure, reached: Reached): readonly FailureAction[] {
  return forKind(failure).filter((action) => action !== 'place-apart' || reached.kind === 'image')
}

function forKind(failure: Failure): readonly FailureAction[] {
  if (failure.kind === 'task-failed' && ofThePicture.has(failure.reason)) {
    return ['copy-details']
  }
  if (failure.kind === 'task-failed' && failure.reason === 'url-unreachable') {
    return ['go-on', 'copy-details']
  }
  if (failure.kind === 'task-failed' && failure.reason === 'prompt-refused') {
    return ['change-prompt', 'copy-details']
  }
  return actions[failure.kind]
}
