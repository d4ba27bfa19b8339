import type { Role } from '@minsheng/contract/words/roles.ts';
import type { Assignment } from '../../src/modules/dispatch/index.ts';
import type { Doer, Kit } from '../../src/platform/testing/in-city.ts';
import { type Standing, standingOf } from './invariants.ts';

/** One random life of one order. */
export interface Walk {
  readonly orderId: string;
  readonly matterCode: string;
  readonly kit: Kit;
  standing(): Promise<Standing>;
  centre(role: Role): Doer;
  /** Somebody of the unit that holds a duty. */
  holder(duty: Assignment, role: Role): Doer;
}

export function walkOf(kit: Kit, orderId: string, matterCode: string): Walk {
  return {
    kit,
    orderId,
    matterCode,
    standing: () => standingOf(kit.ctx, orderId, kit.clock.now()),
    centre: (role) => kit.as(role),
    holder: ({ unit_code, unit_path }, role) =>
      kit.as(role, {
        unitCode: unit_code,
        unitPath: unit_path,
        areaCode: unit_code.split('.')[0] ?? null,
        scope: 'unit',
      }),
  };
}

export const pickFrom = <T>(from: readonly T[], pick: number): T | undefined =>
  from[pick % Math.max(1, from.length)];
