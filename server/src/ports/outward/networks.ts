import { BlockList, isIP } from 'node:net';

/** Nothing of the open net: this machine, private and shared networks, what is reserved or for documents. */
const closed4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const;
/** Of IPv6 one eighth is the open net; within it these lead back to IPv4 or nowhere. */
const open6 = ['2000::', 3] as const;
const closed6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const closed = new BlockList();
for (const [net, bits] of closed4) closed.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of closed6) closed.addSubnet(net, bits, 'ipv6');
const open = new BlockList();
open.addSubnet(...open6, 'ipv6');

/** May be asked: an address of the open net, or of a network the city has named. */
export function reachable(named: readonly string[]): (address: string) => boolean {
  const allowed = new BlockList();
  for (const network of named) {
    const [net = '', bits] = network.split('/');
    const kind = isIP(net) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) allowed.addAddress(net, kind);
    else allowed.addSubnet(net, Number(bits), kind);
  }
  return (address) => {
    const kind = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (allowed.check(address, kind)) return true;
    return kind === 'ipv4' ? !closed.check(address, kind) : isOpen6(address);
  };
}

/** For addresses that whoever runs the program wrote into its settings. */
export const anywhere = (): boolean => true;

const isOpen6 = (address: string): boolean =>
  open.check(address, 'ipv6') && !closed.check(address, 'ipv6');
