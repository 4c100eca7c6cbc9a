import { parseUrl } from '../wire/parse-url'

/** Where the service's two endpoints are, for one base address. */
export interface ServiceAddress {
  readonly origin: string
  readonly create: string
  readonly query: (taskId: string) => string
}

/**
 * Finds the endpoints under a base address: http or https, with or without a slash at its end, with or without a path
 * before the service's own. Null when it is none of these, or holds a user, a query or a fragment.
 */
export function serviceAddress(baseUrl: string): ServiceAddress | null {
  const base = parseUrl(baseUrl.trim())
  if (base === null || !['http:', 'https:'].includes(base.protocol)) {
    return null
  }
  if (`${base.username}${base.password}${base.search}${base.hash}` !== '') {
    return null
  }
  const create = `${base.origin}${base.pathname.replace(/\/+$/, '')}/api/tasks/visual/advanced-image-expand`
  return { origin: base.origin, create, query: (taskId) => `${create}/${encodeURIComponent(taskId)}` }
}

/**
 * Whether something can be a task id in a path: up to 200 visible ASCII characters, and no step to another folder. The
 * service's own are UUIDs; nothing promises that they stay so.
 */
export function isTaskId(value: string): boolean {
  return /^[\x21-\x7e]{1,200}$/.test(value) && value !== '.' && value !== '..'
}
