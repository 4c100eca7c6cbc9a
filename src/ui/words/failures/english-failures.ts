import type { Failure, TaskFailureReason } from '../../../core/failures'
import { provider } from '../../../core/provider'
import type { Explanation, ForEvery } from '../say'
import { englishClaims } from './claims'
import { type HowFar, ofCredits } from './of-credits'

const unchanged = englishClaims['file unchanged'].sentence
const unsent = englishClaims['nothing sent'].sentence
const uncharged = englishClaims['nothing charged'].sentence
const perhapsCharged = englishClaims['perhaps charged']
const notChargedAgain = englishClaims['not charged again']
const retry = englishClaims['try again']

const perhapsSent = `The request may have been sent and ${perhapsCharged.phrase}.`
const askAgain = `Get the result to ask again; ${notChargedAgain.phrase}.`

const taskFailures: Readonly<Record<TaskFailureReason, string>> = {
  failed: `The service could not make this image. ${retry.sentence}, or change the prompt.`,
  'result-not-stored': `The image was made, and the service could not store it. ${retry.sentence}.`,
  'url-unreachable': `The service could not fetch the image. Check that the link opens without signing in${retry.then}.`,
  'too-large': 'The service found the image too large. Expand a smaller layer.',
  'invalid-image': 'The service could not read the image. Try another layer.',
  'timed-out': `The service took too long and gave up. ${retry.sentence}.`,
  internal: `The service had a fault of its own. ${retry.sentence} in a minute.`,
  'content-refused': 'The service’s content check refused the image. Try another image.',
  'cancelled-abnormally': `The service broke the task off. ${retry.sentence}.`,
  'short-of-resources': `The service is busy. ${retry.sentence} in a few minutes.`,
  'prompt-refused': `The service’s content check refused the prompt. Change it${retry.and}.`,
  undocumented: `The service gave a code that is not documented. ${retry.sentence}.`
}

export const englishFailures: ForEvery<Failure, Explanation, readonly [howFar: HowFar]> = {
  'no-key': (_, howFar) => ({
    title: 'No API key',
    sentence: joined('Add your key in the settings.', ofCredits(howFar, { paid: askAgain }), unchanged)
  }),
  'mask-misread': () => ({
    title: 'The original came back repainted',
    sentence: `The service kept what was empty instead: it may read the mask the other way round. ${unchanged} Trying the other reading sends a ${retry.newRequest}.`
  }),
  unchanged: () => ({
    title: 'Nothing new came back',
    sentence: `The service returned the picture as it was sent. It ${perhapsCharged.past} for it. ${unchanged} Another prompt may help, which is a ${retry.newRequest}.`
  }),
  'wrong-key': (_, howFar) => ({
    title: 'The key was refused',
    sentence: joined(
      'The service does not accept this API key in this region. Check the key and the region.',
      ofCredits(howFar, { paid: askAgain, unpaid: uncharged }),
      unchanged
    )
  }),
  'out-of-credits': ({ message }, howFar) => ({
    title: 'Out of credits',
    sentence: `The service says: ${quote(message)} ${again('Add credits to your account', howFar)} ${unchanged}`
  }),
  'invalid-request': ({ field, rule }, howFar) => ({
    title: 'This can’t be sent',
    sentence: joined(`${fieldNames[field] ?? `“${field}”`} ${rule}.`, whileUnsent(howFar), unchanged)
  }),
  refused: ({ status, message }, howFar) => ({
    title: 'The service refused the request',
    sentence: joined(
      message.trim() === '' ? `It gave no reason (code ${status}).` : `It says: ${quote(message)}`,
      unchanged,
      ofCredits(howFar, { paid: askAgain }),
      'If it happens again, copy the details and report them.'
    )
  }),
  'unknown-task': (_, howFar) => ({
    title: howFar === 'nothing' ? 'Image no longer kept' : 'Image not found yet',
    sentence: joined(
      howFar === 'nothing'
        ? `${provider.name} keeps images for an hour, and no longer has this one.`
        : `${provider.name} can’t find this image yet. It may still be generating.`,
      ofCredits(howFar, { paid: `Get the result checks again and ${notChargedAgain.noMore}.` }),
      unchanged
    )
  }),
  'upload-too-large': () => ({
    title: 'The upload is too large',
    sentence: `The service found it too large. ${unchanged} Expand a smaller layer.`
  }),
  'too-many-requests': (_, howFar) => ({
    title: 'Too many requests',
    sentence: `The service takes only a few requests a second for each key. ${unchanged} ${again('Wait a moment', howFar)}`
  }),
  'server-fault': ({ status, message }, howFar) => ({
    title: 'The service has a fault',
    sentence: joined(
      `It answered with code ${status}${message === '' ? '.' : ` and the words ${quote(message)}`}`,
      unchanged,
      ofCredits(howFar, {
        paid: askAgain,
        unpaid: `The request ${perhapsCharged.phrase} all the same; ${retry.inAMinute}.`,
        alone: `${retry.sentence} in a minute.`
      })
    )
  }),
  unreachable: ({ sent }, howFar) => ({
    title: 'The service can’t be reached',
    sentence: joined(
      `You may be offline, or the network or the service may not let plugins through. ${unchanged}`,
      sent === 'no' ? '' : perhapsSent,
      again('Check the connection and the region', howFar),
      'If it keeps happening, a relay on this computer may help: see Own URL in the settings.'
    )
  }),
  'answer-lost': () => ({
    title: 'The answer was lost',
    sentence: `The request was sent, and no answer came that could be read. It ${perhapsCharged.phrase}. ${unchanged} Trying again is a ${retry.newRequest}.`
  }),
  'still-running': ({ waitedMs }) => ({
    title: 'Still not finished',
    sentence: `The service has worked on it for ${minutes(waitedMs)}. ${unchanged} Get the result to go on waiting; ${notChargedAgain.phrase}.`
  }),
  'task-failed': ({ reason, message }) => ({
    title: 'The service could not expand the image',
    sentence: `${taskFailures[reason]}${message === '' ? '' : ` Its words: ${quote(message)}`} It ${perhapsCharged.phrase}. ${unchanged}`
  }),
  'unknown-state': ({ state }) => ({
    title: 'The service gave an unknown answer',
    sentence: `It gave a state that is not documented (${state === null ? 'none' : String(state)}). ${unchanged} ${askAgain}`
  }),
  'unreadable-answer': (_, howFar) => ({
    title: 'The answer can’t be read',
    sentence: joined(
      `What came back is not what the service documents. ${unchanged}`,
      ofCredits(howFar, { paid: askAgain, unpaid: `The request ${perhapsCharged.phrase}.`, alone: '' }),
      'Check the region and the URL in the settings.'
    )
  }),
  'no-image': () => ({
    title: 'The answer holds no image',
    sentence: `The service reported success, but sent no image. ${unchanged} ${askAgain}`
  }),
  'download-failed': () => ({
    title: 'The image could not be downloaded',
    sentence: `It is made and kept by the service for an hour. ${unchanged} Get the result to try again; ${notChargedAgain.phrase}.`
  }),
  cancelled: () => ({ title: 'Cancelled', sentence: unchanged }),
  'unreadable-export': (_, howFar) => ({
    title: 'The layer can’t be read',
    sentence: joined(
      'Figma’s export of this layer is not an image that can be sent.',
      whileUnsent(howFar),
      `${unchanged} Try a smaller layer.`
    )
  }),
  'upload-cannot-fit': (_, howFar) => ({
    title: 'The image is too large to send',
    sentence: joined(
      'The service takes 5 MB at most, and this layer does not fit.',
      whileUnsent(howFar),
      `${unchanged} Expand a smaller layer.`
    )
  }),
  'nothing-empty': (_, howFar) => ({
    title: 'The frame has no empty area',
    sentence: joined(
      'The picture covers all of it and has no see-through parts.',
      whileUnsent(howFar),
      `${unchanged} Make the frame larger, or grow the picture by its sides instead.`
    )
  }),
  'nothing-to-keep': (_, howFar) => ({
    title: 'The picture is see-through',
    sentence: joined(
      'No part of it is fully opaque, so nothing of it could be kept.',
      whileUnsent(howFar),
      `${unchanged} Set the opacity of the layer and of its fills to 100% first.`
    )
  }),
  'unreadable-result': () => ({
    title: 'The result can’t be read',
    sentence: `The service sent something that is not an image this plugin can read. ${unchanged} ${askAgain}`
  }),
  'node-gone': () => ({
    title: 'The layer is gone',
    sentence: `It was removed meanwhile. ${unchanged}`
  }),
  'node-changed': () => ({
    title: 'The layer has changed',
    sentence: `It can no longer be expanded. ${unchanged}`
  }),
  'export-failed': ({ detail }, howFar) => ({
    title: 'Figma could not export the layer',
    sentence: joined(
      said(detail),
      whileUnsent(howFar),
      `${unchanged} Check that something of it can be seen${retry.then}.`
    )
  }),
  'image-refused': ({ detail }) => ({
    title: 'Figma refused the image',
    sentence: `${said(detail)} ${unchanged} Place it again, or expand by less.`
  }),
  'cannot-write': ({ detail }) => ({
    title: 'Figma refused the change',
    sentence: `${said(detail)} ${unchanged} Place the image as a new layer instead.`
  }),
  'storage-failed': () => ({
    title: 'Figma could not read or keep the settings',
    sentence:
      'The plugin’s storage on this device is full or blocked. What you set holds until the plugin is closed; save it again later.'
  }),
  'no-answer': () => ({
    title: 'Figma did not answer',
    sentence: `The file may be very large or busy. Wait a moment${retry.then}: nothing is placed twice.`
  }),
  broken: ({ detail, taskMayExist = false }, howFar) => ({
    title: 'Something is wrong in the plugin',
    sentence: joined(
      taskMayExist ? perhapsSent : '',
      ofCredits(howFar, { paid: askAgain, unpaid: `${retry.sentence}.`, made: `${retry.sentence}.` }),
      `If it happens again, close the plugin and open it. Copy the details to report it: ${quote(detail)}`
    )
  })
}

/** Says that nothing was sent, unless the task is already known. */
function whileUnsent(howFar: HowFar): string {
  return ofCredits(howFar, { paid: askAgain, unpaid: unsent })
}

/** Says what to do first and then: retry with a new request, or get the paid image. */
function again(first: string, howFar: HowFar): string {
  return ofCredits(howFar, {
    paid: `${first}. ${askAgain}`,
    unpaid: `${first}${retry.then}.`,
    made: `${first}.`
  })
}

/** Joins sentences; leaves out empty ones. */
function joined(...sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ')
}

/** Labels of the service's fields. */
const fieldNames: Readonly<Record<string, string>> = {
  baseUrl: 'The service URL',
  key: 'The API key',
  image_file: 'The image',
  mask_file: 'The mask',
  prompt: 'The prompt'
}

function minutes(ms: number): string {
  const seconds = Math.round(ms / 1000)
  return seconds % 60 === 0 && seconds > 60 ? `${seconds / 60} minutes` : `${seconds} seconds`
}

/** Quotes Figma's reason. */
function said(detail: string): string {
  return detail.trim() === '' ? 'Figma gave no reason.' : `Figma says: ${quote(detail)}`
}

/** Quotes a message and adds a full stop if it has none. */
function quote(message: string): string {
  const words = message.trim()
  return /[.!?…。]$/.test(words) ? `“${words}”` : `“${words}”.`
}
