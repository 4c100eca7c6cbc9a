import { showUI } from '@create-figma-plugin/utilities'
import { answerCalls, type Handlers } from '../bridge/answerer'
import { succeed } from '../core/outcome'
import { buildMask } from './calls/build-mask'
import { describeSelection } from './calls/describe-selection'
import { exportSubject } from './calls/export-subject'
import { identifyFile } from './calls/identify-file'
import { keepResult } from './calls/keep-result'
import { placeApart } from './calls/place-apart'
import { placeResult } from './calls/place-result'
import { readLaunch } from './calls/read-launch'
import { readPaints } from './calls/read-paints'
import { openingWindowSize, resizeWindow } from './calls/resize-window'
import { takeBack } from './calls/take-back'
import { sweepTemporaryLayers } from './export/temporary-layer'
import { forgetImage } from './placed/placed-images'
import { startSession } from './placed/session'
import { showOriginal, unhideImages } from './placed/show-original'
import { forgetSent, noteSent, recallSent } from './storage/sent-storage'
import { readStored, writeStored } from './storage/stored-values'
import { removeStaleLocks } from './storage/task-lock'
import { forgetTask, recallTasks, rememberTask } from './storage/task-storage'
import { uiPort } from './ui-port'
import { watchSelection } from './watch-selection'

/** The menu's other commands open the same window; `read-launch` tells which command it was. */
export { main as expandAgain, main as fillFrame }

/** Starts the main thread: answers the window's calls and sends it changes of the selection. */
export default async function main(): Promise<void> {
  const session = startSession()
  void sweepTemporaryLayers()
  void removeStaleLocks()
  figma.on('close', () => {
    unhideImages(session)
  })
  showUI({ ...(await openingWindowSize()), title: 'Full Bleed' })
  const lookSoon = watchSelection(uiPort, session)
  const handlers: Handlers = {
    'describe-selection': async () => succeed(await describeSelection()),
    'export-subject': exportSubject,
    'read-paints': readPaints,
    'build-mask': buildMask,
    'place-result': async (params) => {
      const placed = await placeResult(params, session)
      lookSoon()
      return placed
    },
    'take-back': (params) => takeBack(params, session),
    'keep-result': (params) => keepResult(params, session, uiPort),
    'forget-image': (params) => forgetImage(params, session),
    'show-original': (params) => showOriginal(params, session),
    'place-apart': (params) => {
      const placed = placeApart(params, session)
      lookSoon()
      return placed
    },
    'read-launch': readLaunch,
    'identify-file': (params) => identifyFile(params, session),
    'remember-task': rememberTask,
    'forget-task': forgetTask,
    'recall-tasks': recallTasks,
    'note-sent': noteSent,
    'forget-sent': forgetSent,
    'recall-sent': recallSent,
    'read-stored': readStored,
    'write-stored': writeStored,
    'resize-window': resizeWindow,
    'close-plugin': () => {
      figma.closePlugin()
      return succeed(null)
    }
  }
  answerCalls(uiPort, handlers, rest)
}

/** Yields to the editor. */
function rest(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0)
  })
}
