import { isIPv6 } from 'node:net';

const ownGroups = 4;
const groupsInAll = 8;

/**
 * Who asks, as far as an address says: an IPv4 address, or the half of an IPv6 address that a provider gives a
 * household. Whoever has one of these has them all, and may not begin anew with each.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain;
  const [before = '', after = ''] = plain.toLowerCase().split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after === '' ? [] : after.split(':');
  const zeros = Array.from({ length: groupsInAll - head.length - tail.length }, () => '0');
  const groups = plain.includes('::') ? [...head, ...zeros, ...tail] : head;
  const own = groups.slice(0, ownGroups).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${own.join(':')}::/64`;
}

/** 网段: enough to tell the office from elsewhere, too little to find a house. */
export function shortNetworkOf(address: string): string {
  const network = networkOf(address);
  if (network.endsWith('::/64')) return `${network.split(':').slice(0, 2).join(':')}:*`;
  return network.replace(/\.\d+$/, '.*');
}
