/** What tests of the plugin and the benchmark use of the playground’s server and browser. */
export { launchChromium } from '../chromium/browser'
export { type PlaygroundOptions, startPlayground } from '../server/server'
