import './screen-viewer'
import { render } from '@create-figma-plugin/ui'
import { App } from '../../../src/ui/screens/app'
import { wordsFor } from '../../../src/ui/words/words'
import { base64ToBytes } from '../../host/base64'
import { allStates } from '../states/all-states'
import { createStillModel } from './still-model'

const root = document.getElementById('create-figma-plugin')
if (root === null) throw new Error('the page has no #create-figma-plugin')

const { subject, results } = window.screenPictures
const states = allStates({ subject: base64ToBytes(subject), results: results.map(base64ToBytes) })

window.screenViewer = {
  names: Object.keys(states),
  show: async (name, language) => {
    const state = states[name]
    if (state === undefined) throw new Error(`there is no state “${name}”`)
    // Nothing of the state before is left: no focus, no typed text, no scroll.
    render(() => null)(root, {})
    scrollTo(0, 0)
    const model = createStillModel(state)
    render(() => <App model={model} wordsFor={() => wordsFor(language, [])} />)(root, {})
    await drawn()
    await Promise.all([...document.querySelectorAll('img, image')].map(decode))
    await drawn()
  }
}

/** A picture's address is given to it after the first drawing. */
async function drawn(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
}

async function decode(image: Element): Promise<void> {
  const address = image.getAttribute('src') ?? image.getAttribute('href')
  if (address !== null) {
    const decoded = new Image()
    decoded.src = address
    await decoded.decode()
  }
}
