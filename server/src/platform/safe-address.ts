import { z } from 'zod';

export const loopback = /^(127(\.\d+){3}|\[::1\]|localhost)$/;

/** What is secret never goes over the network in clear; a test's own program on this machine may. */
export const safeAddress = (secure: string, plain: string) =>
  z.url().refine(
    (address) => {
      if (!URL.canParse(address)) return false;
      const { protocol, hostname } = new URL(address);
      return protocol === secure || (protocol === plain && loopback.test(hostname));
    },
    { error: `须用 ${secure}//(本机测试除外)。Only ${secure}//, but for this machine.` },
  );
