import type { AnchorsPort } from './anchors.ts';

/** Pretend twin: keeps none. */
export const noAnchors: AnchorsPort = {
  isOn: false,
  level: async () => {},
  lines: async () => [],
  add: async () => {
    throw new Error('No anchors are kept here.');
  },
  records: async function* () {},
};
