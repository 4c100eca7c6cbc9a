import * as v from 'valibot'
import { changeSwitches, defaultSwitches } from '../../../host/switches'
import { changeFaults, noFaults } from '../../../service/faults'
import type { Stage } from '../stage'

type Values = Readonly<Record<string, unknown>>

/** Parts of a change that are switches of the service's stand-in, and of Figma's. */
function partsOf(change: Values): { readonly service: Values; readonly figma: Values } {
  const entries = Object.entries(change)
  const isFigma = ([name]: readonly [string, unknown]): boolean => Object.hasOwn(defaultSwitches, name)
  return {
    service: Object.fromEntries(entries.filter((entry) => !isFigma(entry))),
    figma: Object.fromEntries(entries.filter(isFigma))
  }
}

/** Says what is wrong with a change; null where nothing is. */
function problemOf(change: Values): string | null {
  const unknown = Object.keys(change).find(
    (name) => !Object.hasOwn(defaultSwitches, name) && !Object.hasOwn(noFaults, name)
  )
  if (unknown !== undefined) return `there is no switch “${unknown}”; docs/demo-script.md lists them all`
  try {
    const { service, figma } = partsOf(change)
    changeFaults(noFaults, service)
    changeSwitches(defaultSwitches, figma)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Names of switches, of the service's stand-in and of Figma's, with values that they can have. */
export const faultSchema = v.pipe(
  v.record(v.string(), v.unknown()),
  v.rawCheck(({ dataset, addIssue }) => {
    const problem = dataset.typed ? problemOf(dataset.value) : null
    if (problem !== null) addIssue({ message: problem })
  })
)

/** Sets switches of the service's stand-in, and those of Figma in all editors. */
export async function setFaults({ editors, standIn }: Stage, change: Values): Promise<void> {
  const { service, figma } = partsOf(change)
  if (Object.keys(service).length > 0) {
    if (standIn === null) throw new Error('the service is not the stand-in, and has no switches')
    standIn.setFaults(service)
  }
  for (const editor of editors()) {
    await editor.call((playground, switches) => {
      playground.setSwitches(switches)
    }, figma)
  }
}
