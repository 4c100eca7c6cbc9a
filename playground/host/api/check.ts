import * as v from 'valibot'
import { PluginError } from '../plugin-error'
import { ForeignObject, mixed, NodeReference, VmFunction, VmSymbol } from '../vm/wire'

/**
 * Reads a value that the plugin handed over, or throws what Figma would say about it. `name` is the property's or
 * parameter's name.
 */
export type Check<T> = (value: unknown, name: string) => T

/** The word Figma has for a value's type. */
function typeName(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value === mixed || value instanceof VmSymbol) return 'symbol'
  if (value instanceof VmFunction) return 'function'
  if (value instanceof ForeignObject || value instanceof NodeReference) return 'object'
  return typeof value
}

function wrongType(name: string, expected: string, value: unknown): PluginError {
  return new PluginError(`Expected "${name}" to have type ${expected} but got ${typeName(value)} instead`)
}

export const aString: Check<string> = (value, name) => {
  if (typeof value !== 'string') throw wrongType(name, 'string', value)
  return value
}

export const aBoolean: Check<boolean> = (value, name) => {
  if (typeof value !== 'boolean') throw wrongType(name, 'boolean', value)
  return value
}

/** A finite number, within bounds where there are any. */
export function aNumber(bounds: { readonly min?: number; readonly max?: number } = {}): Check<number> {
  return (value, name) => {
    if (typeof value !== 'number') throw wrongType(name, 'number', value)
    if (!Number.isFinite(value)) throw new PluginError(`Expected "${name}" to be a finite number`)
    if (bounds.min !== undefined && value < bounds.min) {
      throw new PluginError(`Expected "${name}" to have value >= ${bounds.min}`)
    }
    if (bounds.max !== undefined && value > bounds.max) {
      throw new PluginError(`Expected "${name}" to have value <= ${bounds.max}`)
    }
    return value
  }
}

export function oneOf<const T extends string>(choices: readonly T[]): Check<T> {
  return (value, name) => {
    const found = choices.find((choice) => choice === value)
    if (found !== undefined) return found
    if (typeof value !== 'string') throw wrongType(name, 'string', value)
    const list = choices.map((choice) => `'${choice}'`).join(' | ')
    throw new PluginError(
      `Property "${name}" failed validation: Invalid enum value. Expected ${list}, received '${value}'`
    )
  }
}

export function orNull<T>(check: Check<T>): Check<T | null> {
  return (value, name) => (value === null ? null : check(value, name))
}

export function optional<T>(check: Check<T>): Check<T | undefined> {
  return (value, name) => (value === undefined ? undefined : check(value, name))
}

export const aNode: Check<NodeReference> = (value, name) => {
  if (!(value instanceof NodeReference)) throw wrongType(name, 'node', value)
  return value
}

export function arrayOf<T>(check: Check<T>): Check<readonly T[]> {
  return (value, name) => {
    if (!Array.isArray(value)) throw wrongType(name, 'array', value)
    return value.map((item, index) => check(item, `${name}[${index}]`))
  }
}

export const aUint8Array: Check<Uint8Array> = (value, name) => {
  if (!(value instanceof Uint8Array)) throw wrongType(name, 'Uint8Array', value)
  return value
}

export const aFunction: Check<VmFunction> = (value, name) => {
  if (!(value instanceof VmFunction)) throw wrongType(name, 'function', value)
  return value
}

function pathOf(issue: v.BaseIssue<unknown>, drop = 0): string {
  const keys = (issue.path ?? []).map((item) => item.key)
  const shown = drop === 0 ? keys : keys.slice(0, -drop)
  if (shown.length === 0) return ''
  return ` at ${shown.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')}`
}

/** Puts an issue in the words of Figma's own validator. */
function describeIssue(issue: v.BaseIssue<unknown>): string {
  const last = issue.path?.at(-1)
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return `Unrecognized key(s) in object: '${String(last?.key)}'${pathOf(issue, 1)}`
  }
  if (issue.input === undefined || issue.received === 'undefined') return `Required${pathOf(issue)}`
  if (issue.kind === 'validation') return `${issue.message}${pathOf(issue)}`
  if (issue.type === 'variant') {
    return `Invalid discriminator value. Expected ${issue.expected ?? ''}${pathOf(issue)}`
  }
  if (issue.type === 'picklist') {
    const expected = (issue.expected ?? '').replace(/^\(|\)$/g, '').replaceAll('"', "'")
    return `Invalid enum value. Expected ${expected}, received ${issue.received.replaceAll('"', "'")}${pathOf(issue)}`
  }
  return `Expected ${(issue.expected ?? '').toLowerCase()}, received ${typeName(issue.input)}${pathOf(issue)}`
}

/** Checks a structured value by a strict schema: unknown keys are refused, as Figma refuses them. */
export function matching<T>(schema: v.GenericSchema<unknown, T>): Check<T> {
  return (value, name) => {
    const result = v.safeParse(schema, value, { abortEarly: true })
    if (result.success) return result.output
    throw new PluginError(`Property '${name}' failed validation: ${describeIssue(result.issues[0])}`)
  }
}

/** Accepts anything: for parameters that a method checks itself. */
export const anything: Check<unknown> = (value) => value
