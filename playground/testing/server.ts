/** What tests of the plugin and the benchmark use of the playground’s server and browser. */
export { launchChromium } from '../browser'
export { type PlaygroundOptions, startPlayground } from '../server'
