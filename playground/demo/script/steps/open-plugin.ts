import type { Stage } from '../stage'
import { lookUntil } from './wait-for'

/** The commands of the plugin's menu. */
export const menuCommands = ['expand', 'fillFrame', 'expandAgain'] as const

/** How long the window may take to have looked at the selection, ms, where the step does not say. */
const openMs = 30_000

/** Runs a command of the plugin's menu and waits until its window has looked at the selection. */
export async function openPlugin(stage: Stage, command: (typeof menuCommands)[number]): Promise<void> {
  const { editor, words } = stage
  // The build tool names a command after the function of the main thread that it calls.
  const ending = `--${command === 'expand' ? 'default' : command}`
  const commands = await editor.call((playground) => playground.menuCommands())
  const name = commands.find((each) => each.endsWith(ending))
  if (name === undefined) throw new Error(`the plugin’s menu has no command that ends with ${ending}`)
  await editor.call((playground, wanted) => playground.runPlugin(wanted), name)
  await lookUntil(
    async () => {
      const text = await editor.text()
      return text.trim() !== '' && !text.includes(words.expand.looking)
    },
    stage.timeoutMs ?? openMs,
    () => 'the plugin’s window shows nothing'
  )
}
