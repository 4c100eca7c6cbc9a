import { lstat, mkdir, mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'

export interface PrivateFolderOptions {
  /** Where it is to be. Others may write there too, but must not be able to rename what is ours (a sticky folder). */
  readonly parent: string
  readonly name: string
  /** Whose it has to be: the user's own id. */
  readonly uid: number
  /** Is told when the folder of that name is not used. */
  readonly say: (sentence: string) => void
}

export interface PrivateFolder {
  readonly path: string
  /** True: it was made just now, under another name, since the folder of that name is not to be trusted. */
  readonly isFresh: boolean
}

/** The rights of the group and of all others. */
const rightsOfOthers = 0o077

/**
 * A folder that nobody else can read or write, made where it is missing. In a shared temporary folder anyone can make a folder
 * of any name first: whatever is in one that is not ours alone may be another user's work.
 */
export async function privateFolder({
  parent,
  name,
  uid,
  say
}: PrivateFolderOptions): Promise<PrivateFolder> {
  const path = join(parent, name)
  await mkdir(path, { mode: 0o700 }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  })
  const distrust = await reasonForDistrust(path, uid)
  if (distrust === null) return { path, isFresh: false }
  const fresh = await mkdtemp(`${path}-`)
  say(`${path} is not used: ${distrust}. ${fresh} is used instead.`)
  return { path: fresh, isFresh: true }
}

/** Why a folder may hold what others have put there; null where it can not. A link is not followed. */
async function reasonForDistrust(path: string, uid: number): Promise<string | null> {
  const status = await lstat(path)
  if (!status.isDirectory()) return 'it is no folder'
  if (status.uid !== uid) return 'it belongs to another user'
  return (status.mode & rightsOfOthers) === 0 ? null : 'other users have rights to it'
}
