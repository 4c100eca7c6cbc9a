import type { ServiceClient } from '../../service/service-client'

/** The key, and the services that it opens: kept out of the state, so that nothing that shows or reports that can hold it. */
export interface Access {
  readonly key: () => string | null
  /** Uses another key from now on; null is none. */
  readonly take: (key: string | null) => void
  /** The service at an address; null without a key. */
  readonly serviceAt: (baseUrl: string) => ServiceClient | null
}

/** Opens a service at an address with a key. */
export type CreateService = (access: { readonly baseUrl: string; readonly key: string }) => ServiceClient

export function createAccess(createService: CreateService): Access {
  let key: string | null = null
  return {
    key: () => key,
    take: (taken) => {
      key = taken
    },
    serviceAt: (baseUrl) => (key === null ? null : createService({ baseUrl, key }))
  }
}
