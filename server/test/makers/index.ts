import type { Kit } from '../../src/platform/testing/in-city.ts';

/** What a rolled-back test can make in one line. Each module adds its own maker: `anOrder: anOrder(kit)`. */
export function makers(_kit: Kit) {
  return {};
}
