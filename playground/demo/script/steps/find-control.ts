import type { Locator } from 'playwright-core'
import type { ScriptEditor } from '../script-editor'
import type { Stage } from '../stage'
import { lookUntil } from './wait-for'

/** How long a control may take to be there, to be enabled and to be pressed, ms, where the step does not say. */
export const controlMs = 10_000

type Role = Parameters<Locator['getByRole']>[0]

const pressed: readonly Role[] = [
  'button',
  'link',
  'radio',
  'checkbox',
  'switch',
  'tab',
  'option',
  'menuitem'
]
const typedInto: readonly Role[] = ['textbox', 'searchbox', 'spinbutton', 'combobox']

/** Finds the control that is pressed by this name: enabled, the first of several. */
export function findPressed(stage: Stage, name: string): Promise<Locator> {
  // What opens a part of a form has no role of its own in the browser's eyes.
  const opener = stage.editor.plugin.locator('summary').filter({ hasText: exactly(name) })
  return findControl(stage, pressed, name, 'control', opener)
}

/** Finds the field with this name. */
export function findField(stage: Stage, name: string): Promise<Locator> {
  return findControl(stage, typedInto, name, 'field')
}

/** Finds the group of choices with this name, or a list that drops down. */
export function findGroup(stage: Stage, name: string): Promise<Locator> {
  return findControl(stage, ['radiogroup', 'group', 'combobox', 'listbox'], name, 'group')
}

async function findControl(
  { editor, timeoutMs }: Stage,
  roles: readonly Role[],
  name: string,
  what: string,
  besides?: Locator
): Promise<Locator> {
  await editor.openFrame()
  const named = roles.map((role) => editor.plugin.getByRole(role, { name, exact: true }))
  const [first, ...others] = besides === undefined ? named : [...named, besides]
  if (first === undefined) throw new Error('no role is wanted')
  const all = others.reduce((one, other) => one.or(other), first)
  let found = all.first()
  await lookUntil(
    async () => {
      for (const each of await all.all()) {
        if (await each.isEnabled({ timeout: 1000 }).catch(() => false)) {
          found = each
          return true
        }
      }
      return false
    },
    timeoutMs ?? controlMs,
    async () =>
      (await all.count()) > 0
        ? `“${name}” is disabled`
        : `the window has no ${what} “${name}”; it has ${(await namesIn(editor)).join(', ')}`
  )
  return found
}

/** The names of the controls that there are, for who mistyped one. */
async function namesIn(editor: ScriptEditor): Promise<readonly string[]> {
  const frame = await editor.openFrame()
  return frame.evaluate(() =>
    Array.from(document.querySelectorAll('button, a, input, select, textarea, [role]')).flatMap((element) => {
      const name = element.getAttribute('aria-label') ?? element.textContent.trim()
      return name === '' || name.length > 60 ? [] : [`“${name}”`]
    })
  )
}

function exactly(name: string): RegExp {
  return new RegExp(`^\\s*${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`)
}
