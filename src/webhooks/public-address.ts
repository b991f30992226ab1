import ipaddr from 'ipaddr.js';

/**
 * An address anybody on the internet could reach. Loopback, private, link-local, carrier, multicast and reserved ranges are
 * not, nor are IPv6 forms that lead to an IPv4 address behind the receiver's back.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.process(address).range() === 'unicast';
}

/** The address when a URL's host is one and not a name; the URL parser has already made `0x7f.1` into `127.0.0.1`. */
export function literalAddress(host: string): string | null {
  const bare = host.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(bare) ? bare : null;
}
