import type { Ports } from '../context.ts';

/** For tests below the ports: touching any of them fails, whichever ports there come to be. */
export const noPorts = new Proxy(
  {},
  {
    get: (_, name) => {
      throw new Error(`This test has no port ${String(name)}.`);
    },
  },
) as Ports;
