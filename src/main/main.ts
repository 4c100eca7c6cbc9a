import { showUI } from '@create-figma-plugin/utilities'
import { answerCalls, type Handlers } from '../bridge/answerer'
import { succeed } from '../core/outcome'
import { acceptEntry } from './calls/accept-entry'
import { beginEntry } from './calls/begin-entry'
import { buildMask } from './calls/build-mask'
import { describeSelection } from './calls/describe-selection'
import { exportSubject } from './calls/export-subject'
import { keepResult } from './calls/keep-result'
import { listEntries } from './calls/list-entries'
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
import { removeStaleLocks } from './storage/image-lock'
import { readStored, writeStored } from './storage/stored-values'
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
    session.journal.close()
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
    'begin-entry': (params) => beginEntry(params, session),
    'accept-entry': (params) => acceptEntry(params, session),
    'settle-entry': ({ id, image }) => session.journal.settle(id, image),
    'restore-entry': (entry) => session.journal.restore(entry),
    'list-entries': () => listEntries(session),
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
