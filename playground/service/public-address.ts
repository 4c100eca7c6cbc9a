import ipaddr from 'ipaddr.js'

/** IPv6 addresses that networks of the internet have (RFC 4291, section 2.4; IANA has given out no other). */
const globalUnicast = ipaddr.IPv6.parse('2000::')
const globalUnicastBits = 3

/**
 * Whether an IP address is one of the public internet: neither this machine, nor its network, nor one that stands for
 * several machines or for none. An IPv4 address that is written as an IPv6 one (`::ffff:127.0.0.1`) is judged as what it is.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  return (
    parsed.range() === 'unicast' &&
    (parsed.kind() === 'ipv4' || parsed.match(globalUnicast, globalUnicastBits))
  )
}
