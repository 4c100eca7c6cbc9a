import type { Failure } from '../../../src/core/failures'

/** Where a fault comes up: the chapters of the page, in their order. */
export const chapters = {
  settings: 'The key and the settings',
  layer: 'Before anything is sent',
  request: 'When the service does not take the request',
  making: 'While the image is made',
  image: 'When the image comes back',
  placing: 'When the image is placed',
  other: 'At any time'
} as const

/** Whether a fault costs anything, as far as that is known: the service documents nothing of what it charges. */
export const charges = {
  nothing: 'Nothing: it is about this device alone.',
  unsent: 'Nothing: nothing was sent.',
  refused: 'Most likely nothing: the service refused it and made nothing.',
  perhaps: 'It may be charged: nobody can know whether the service took the request.',
  failed: 'It may be charged: it is not documented whether images that fail are.',
  kept: 'It is charged once. The service keeps the image for an hour; getting it costs nothing more.',
  made: 'It is charged once: the image is made. Placing it costs nothing more.',
  stopped: 'It may be charged: the service can’t be told to stop.',
  unknown: 'It may be charged, if it had been sent by then.'
} as const

/** What people want to know of a fault beside the window's own words. */
export interface FaultNote {
  readonly chapter: keyof typeof chapters
  readonly charge: keyof typeof charges
}

/** Of every kind: a new failure without a note does not compile. */
export const faultNotes: Readonly<Record<Failure['kind'], FaultNote>> = {
  'no-key': { chapter: 'settings', charge: 'unsent' },
  'wrong-key': { chapter: 'settings', charge: 'refused' },
  'out-of-credits': { chapter: 'settings', charge: 'refused' },
  'invalid-request': { chapter: 'settings', charge: 'unsent' },
  'storage-failed': { chapter: 'settings', charge: 'nothing' },
  'export-failed': { chapter: 'layer', charge: 'unsent' },
  'unreadable-export': { chapter: 'layer', charge: 'unsent' },
  'upload-cannot-fit': { chapter: 'layer', charge: 'unsent' },
  'nothing-empty': { chapter: 'layer', charge: 'unsent' },
  'nothing-to-keep': { chapter: 'layer', charge: 'unsent' },
  refused: { chapter: 'request', charge: 'refused' },
  'upload-too-large': { chapter: 'request', charge: 'refused' },
  'too-many-requests': { chapter: 'request', charge: 'refused' },
  'server-fault': { chapter: 'request', charge: 'perhaps' },
  unreachable: { chapter: 'request', charge: 'perhaps' },
  'answer-lost': { chapter: 'request', charge: 'perhaps' },
  'task-failed': { chapter: 'making', charge: 'failed' },
  'unknown-task': { chapter: 'making', charge: 'kept' },
  'still-running': { chapter: 'making', charge: 'kept' },
  'unknown-state': { chapter: 'making', charge: 'kept' },
  'unreadable-answer': { chapter: 'making', charge: 'kept' },
  'no-image': { chapter: 'image', charge: 'kept' },
  'download-failed': { chapter: 'image', charge: 'kept' },
  'unreadable-result': { chapter: 'image', charge: 'kept' },
  'mask-misread': { chapter: 'image', charge: 'made' },
  unchanged: { chapter: 'image', charge: 'made' },
  'node-gone': { chapter: 'placing', charge: 'unsent' },
  'node-changed': { chapter: 'placing', charge: 'made' },
  'image-refused': { chapter: 'placing', charge: 'made' },
  'cannot-write': { chapter: 'placing', charge: 'made' },
  'no-answer': { chapter: 'placing', charge: 'made' },
  cancelled: { chapter: 'other', charge: 'stopped' },
  broken: { chapter: 'other', charge: 'unknown' }
}
