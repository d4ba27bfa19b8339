import type { Carrier } from '../carrier/index.ts';

/** 电话叫应: rings a number and reads a text. */
export type CallPort = Carrier;

declare module '../../platform/context.ts' {
  interface Ports {
    call: CallPort;
  }
}

/** Pretend twin: rings nobody. */
export const pretendCall: CallPort = {
  send: async () => ({ ref: null }),
  asksAgain: true,
  isPretend: true,
};
