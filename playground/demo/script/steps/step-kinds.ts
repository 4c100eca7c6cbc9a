import { setTimeout } from 'node:timers/promises'
import * as v from 'valibot'
import { changeStorage } from './change-storage'
import { dragEdge } from './drag-edge'
import { faultSchema, setFaults } from './faults'
import { controlMs, findField, findGroup, findPressed } from './find-control'
import { menuCommands, openPlugin } from './open-plugin'
import { takeSnapshot } from './snapshot'
import { type StepKind, stepKind } from './step-kind'
import { awaitedStates, lookUntil, markOpening, markPress, waitFor } from './wait-for'

/** How long a state is waited for, ms, where the step does not say. */
const stateMs = 60_000

/** How long a text may take to be seen, ms, where the step does not say. */
const textMs = 10_000

const minuteMs = 60_000

const text = v.pipe(v.string(), v.nonEmpty('Invalid value: an empty text'))
const length = v.optional(v.pipe(v.number(), v.finite()), 0)
/** The name of a file in the folder that the demo writes to. */
const fileName = v.pipe(v.string(), v.regex(/^[^/\\.][^/\\]*$/, 'Invalid value: not the name of a file'))

/** Every step that a script can have, by its name. */
export const stepKinds: ReadonlyMap<string, StepKind> = new Map([
  [
    'select',
    stepKind(v.union([text, v.array(text)]), async (names, { editor }) => {
      const ids: string[] = []
      for (const name of [names].flat()) ids.push(await editor.layerId(name))
      await editor.call((playground, wanted) => {
        playground.select(wanted)
      }, ids)
    })
  ],
  [
    'resize',
    stepKind(
      v.strictObject({ layer: text, top: length, right: length, bottom: length, left: length }),
      async ({ layer, ...stretch }, { editor }) => {
        const id = await editor.layerId(layer)
        await editor.call(
          (playground, wanted) => {
            playground.stretchNode(wanted.id, wanted.stretch)
          },
          { id, stretch }
        )
      }
    )
  ],
  [
    'move',
    stepKind(v.strictObject({ layer: text, x: length, y: length }), async ({ layer, x, y }, { editor }) => {
      const id = await editor.layerId(layer)
      await editor.call(
        (playground, wanted) => {
          playground.moveNodeBy(wanted.id, wanted.x, wanted.y)
        },
        { id, x, y }
      )
    })
  ],
  [
    'open',
    stepKind(v.picklist(menuCommands), async (command, stage) => {
      markOpening(stage)
      await openPlugin(stage, command)
    })
  ],
  [
    'press',
    stepKind(text, async (name, stage) => {
      const control = await findPressed(stage, name)
      await markPress(stage)
      // The UI kit lies its own drawing over radio buttons and check boxes.
      const isCovered = await control.evaluate((element) => element.tagName === 'INPUT')
      await control.click({ force: isCovered, timeout: stage.timeoutMs ?? controlMs })
    })
  ],
  [
    'type',
    stepKind(v.strictObject({ field: text, text: v.string() }), async ({ field, text: typed }, stage) => {
      const control = await findField(stage, field)
      await markPress(stage)
      await control.fill(typed)
    })
  ],
  [
    'choose',
    stepKind(v.strictObject({ group: text, option: text }), async ({ group, option }, stage) => {
      const control = await findGroup(stage, group)
      await markPress(stage)
      const isList = await control.evaluate((element) => element.tagName === 'SELECT')
      if (isList) {
        await control.selectOption({ label: option }, { timeout: stage.timeoutMs ?? textMs })
      } else {
        const radio = control.getByRole('radio', { name: option, exact: true })
        const box = control.getByRole('checkbox', { name: option, exact: true })
        await radio
          .or(box)
          .first()
          .check({ force: true, timeout: stage.timeoutMs ?? textMs })
      }
    })
  ],
  [
    'key',
    stepKind(text, async (key, stage) => {
      const frame = await stage.editor.openFrame()
      await markPress(stage)
      // What is focused inside the window stays so; the keys of the other window must not go there.
      const isFocused = await frame.evaluate(() => document.hasFocus())
      if (!isFocused) await (await frame.frameElement()).focus()
      await stage.editor.page.keyboard.press(key)
    })
  ],
  [
    'hold',
    stepKind(
      v.strictObject({ button: text, ms: v.pipe(v.number(), v.minValue(0)) }),
      async ({ button, ms }, stage) => {
        const control = await findPressed(stage, button)
        await markPress(stage)
        await control.hover({ timeout: stage.timeoutMs ?? controlMs })
        const { mouse } = stage.editor.page
        await mouse.down()
        await setTimeout(ms)
        await mouse.up()
      }
    )
  ],
  [
    'dragEdge',
    stepKind(
      v.strictObject({
        side: v.picklist(['top', 'right', 'bottom', 'left']),
        by: v.pipe(v.number(), v.finite(), v.notValue(0))
      }),
      ({ side, by }, stage) => dragEdge(stage, side, by)
    )
  ],
  [
    'wait',
    stepKind(v.picklist(awaitedStates), (state, stage) => waitFor(state, stage, stage.timeoutMs ?? stateMs))
  ],
  [
    'closePlugin',
    stepKind(v.literal(true), async (_, { editor }) => {
      await editor.openFrame()
      await editor.call((playground) => {
        playground.closePlugin()
      })
    })
  ],
  [
    'undo',
    stepKind(v.literal(true), async (_, { editor }) => {
      const isUndone = await editor.call((playground) => playground.undo())
      if (!isUndone) throw new Error('there is nothing to undo')
    })
  ],
  ['fault', stepKind(faultSchema, (change, stage) => setFaults(stage, change))],
  [
    'clock',
    stepKind(v.pipe(v.number(), v.minValue(0), v.finite()), (minutes, { clock }) =>
      clock.move(minutes * minuteMs)
    )
  ],
  [
    'storage',
    stepKind(v.record(v.string(), v.unknown()), (changes, { editor }) => changeStorage(editor, changes))
  ],
  [
    'expect',
    stepKind(text, async (wanted, stage) => {
      const { editor } = stage
      await editor.openFrame()
      await lookUntil(
        () => editor.says(wanted),
        stage.timeoutMs ?? textMs,
        async () =>
          `the window does not say “${wanted}”; it says: ${(await editor.text()).replaceAll('\n', ' · ')}`
      )
    })
  ],
  ['snapshot', stepKind(fileName, (name, { editor, out }) => takeSnapshot(editor, out, name))]
])
