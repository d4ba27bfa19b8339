import type { Kit } from '../../src/platform/testing/in-city.ts';
import { anAccount } from './an-account.ts';
import { anOrder } from './an-order.ts';

/** What a rolled-back test can make in one line. Each module adds its own maker: `anOrder: anOrder(kit)`. */
export function makers(kit: Kit) {
  return { anOrder: anOrder(kit), anAccount: anAccount(kit) };
}
