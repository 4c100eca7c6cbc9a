import { render } from '@create-figma-plugin/ui'
import rasterSource from 'worker-source:../raster/worker/worker-entry'
import { createCaller } from '../bridge/caller'
import { onEvent } from '../bridge/on-event'
import { createServiceClient } from '../service/client'
import { createRequestPace } from '../service/http/request-pace'
import { copyText } from './copy-text'
import { mainPort } from './main-port'
import { createAppModel } from './model/app-model'
import { createRasterPort } from './raster-port'
import { App } from './screens/app'
import { systemClock } from './system-clock'
import { version } from './version'
import { wordsFor } from './words/words'

const raster = createRasterPort(rasterSource)
const pace = createRequestPace({ clock: systemClock })

const model = createAppModel({
  call: createCaller(mainPort, systemClock),
  createService: (access) =>
    createServiceClient({
      ...access,
      fetch: fetch.bind(globalThis),
      clock: systemClock,
      random: Math.random,
      parseJson: raster.parseJson,
      decodeBase64: raster.decodeBase64,
      pace
    }),
  clock: systemClock,
  random: Math.random,
  epochMs: Date.now,
  copyText,
  version,
  ...raster
})

onEvent(mainPort, 'selection-changed', model.changeSelection)
onEvent(mainPort, 'images-changed', model.changeImages)
void model.start()

export default render(() => (
  <App model={model} wordsFor={(language) => wordsFor(language, navigator.languages)} />
))
