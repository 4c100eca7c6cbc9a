import { createMethods } from './create-methods'
import type { AnyObjectMembers } from './figma-types'
import { rootMethods, rootProperties } from './root-members'
import { storageMethods } from './storage-members'
import { uiMethods } from './ui-members'
import { viewportMethods, viewportProperties } from './viewport-members'

/** The members of `figma`, by the object they are on; `''` is `figma` itself. */
export const figmaMembers: Readonly<Record<string, AnyObjectMembers>> = {
  '': { properties: rootProperties, methods: { ...rootMethods, ...createMethods } },
  ui: { properties: {}, methods: uiMethods },
  clientStorage: { properties: {}, methods: storageMethods },
  viewport: { properties: viewportProperties, methods: viewportMethods }
}
