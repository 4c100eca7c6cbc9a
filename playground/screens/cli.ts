import { runScreens } from './run-screens'
import { readScreensOptions, screensUsage } from './screens-options'

/** `npm run screens`: exits with 0 when every state was drawn, with 2 on a wrong command line. */
async function main(): Promise<number> {
  let options
  try {
    options = readScreensOptions(process.argv.slice(2))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    console.error(`\n${screensUsage}`)
    return 2
  }
  if (options === null) {
    console.log(screensUsage)
    return 0
  }
  const count = await runScreens(options)
  console.log(`${count} states: look at ${options.out}/index.html`)
  return 0
}

process.exitCode = await main()
