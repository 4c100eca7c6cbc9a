import type { Range } from './range'

/**
 * Links as messages hold them, up to the next space; slashes may be escaped as in JSON. What is told of them is the scheme,
 * the host and the port; without a scheme the host must look like one. (Not every browser of Figma's can look behind.)
 */
const links =
  /(?<before>(?:[a-z][a-z0-9+.-]*:|^|[^\w.@/:-])(?:\\*\/){2})(?<user>[^\s/?#\\]*@)?(?<host>[\p{L}\p{N}._:[\]-]*)(?<rest>\S*)/giu
const bareHosts =
  /(?<before>^|[^\w.@/-])(?<host>(?:(?:[\w-]+\.)+[a-z]{2,}|localhost|\d+(?:\.\d+){3})(?::\d+)?)(?<rest>\\*[/?]\S*)/gi
/** Links that are escaped themselves, images in links, and paths with a signature: nothing is told of them. */
const others = /\S*%(?:25)*3a(?:%(?:25)*2f){2}\S*|\b(?:data|blob):\S+|\S*[?&][\w.~%-]+=\S*/gi

/** Finds what must be cut out of the links in a text so that only their origins are left. */
export function linkRanges(text: string): readonly Range[] {
  const blank = (link: string): string => ' '.repeat(link.length)
  const rest = text.replace(links, blank).replace(bareHosts, blank)
  return [
    ...[...text.matchAll(links), ...text.matchAll(bareHosts)].flatMap(untoldRanges),
    ...[...rest.matchAll(others)].map(({ 0: link, index }) => ({ from: index, to: index + link.length }))
  ].filter(({ from, to }) => to > from)
}

/** Who logs in, and all that comes after the host. */
function untoldRanges({ 0: link, index, groups = {} }: RegExpExecArray): readonly Range[] {
  const { before = '', user = '', host = '' } = groups
  const userAt = index + before.length
  const restAt = userAt + user.length + host.length
  return [
    { from: userAt, to: userAt + user.length },
    { from: restAt, to: index + link.length }
  ]
}
