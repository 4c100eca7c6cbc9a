/** What tests of the plugin and the benchmark use of the pictures of the window. */
export {
  faultKinds,
  faultPicture,
  troubleshooting,
  troubleshootingFile
} from '../screens/faults/troubleshooting'
export { fileNameOf } from '../screens/file-name-of'
export { type ScreensWindow, openScreensWindow } from '../screens/screens-window'
export { allStates } from '../screens/states/all-states'
export { noPictures } from '../screens/states/samples/pictures'
export {
  faultsAtOtherTimes,
  sampleFaults,
  taskFailure,
  wordyFaults
} from '../screens/states/samples/sample-failures'
