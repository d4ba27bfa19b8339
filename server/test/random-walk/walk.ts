import type { Role } from '@minsheng/contract/words/roles.ts';
import type { Assignment } from '../../src/modules/dispatch/index.ts';
import { insertAccount, ofTheDemo } from '../../src/modules/identity/index.ts';
import type { Doer, Kit } from '../../src/platform/testing/in-city.ts';
import { type Standing, standingOf } from './invariants.ts';
import { type Judged, judgedOf } from './judged.ts';

/** One random life of one order. */
export interface Walk {
  readonly orderId: string;
  readonly matterCode: string;
  readonly kit: Kit;
  standing(): Promise<Standing>;
  judged(): Promise<Judged>;
  centre(role: Role): Doer;
  /** Somebody of the unit that holds a duty; the same person each time. */
  holder(duty: Pick<Assignment, 'unit_code' | 'unit_path'>, role: HolderRole): Doer;
  /** Their accounts, so that they may be named. */
  accountsOf(duty: Assignment): Promise<readonly string[]>;
}

export const holderRoles = ['liaison', 'unit-leader'] as const;
export type HolderRole = (typeof holderRoles)[number];

interface Life {
  readonly orderId: string;
  readonly matterCode: string;
  /** 专人专办: only the shift lead carries it through. */
  readonly isSecret?: boolean;
}

export function walkOf(kit: Kit, { orderId, matterCode, isSecret = false }: Life): Walk {
  const known = new Map<string, string>();
  const listed = new Set<string>();
  const idOf = (unitCode: string, role: HolderRole): string => {
    const name = `${unitCode} ${role}`;
    const id = known.get(name) ?? kit.ctx.newId();
    known.set(name, id);
    return id;
  };
  return {
    kit,
    orderId,
    matterCode,
    standing: () => standingOf(kit.ctx, orderId, kit.clock.now()),
    judged: () => judgedOf(kit.ctx, orderId),
    centre: (role) => kit.as(isSecret ? 'shift-lead' : role),
    holder: ({ unit_code, unit_path }, role) =>
      kit.as(role, {
        accountId: idOf(unit_code, role),
        unitCode: unit_code,
        unitPath: unit_path,
        areaCode: unit_code.split('.')[0] ?? null,
        scope: 'unit',
      }),
    accountsOf: async ({ unit_code }) => {
      const ids = holderRoles.map((role) => ({ role, id: idOf(unit_code, role) }));
      for (const { role, id } of ids) {
        if (listed.has(id)) continue;
        listed.add(id);
        await kit.system.do((ctx) => insertAccount(ctx, rowOf(id, role, unit_code)), null);
      }
      return ids.map(({ id }) => id);
    },
  };
}

const rowOf = (id: string, role: HolderRole, unitCode: string) => ({
  id,
  login: `walk-${id}`,
  name: '试走人员',
  password_hash: '-',
  unit_code: unitCode,
  roles: [role],
  is_outsourced: false,
  ...ofTheDemo,
});

export const pickFrom = <T>(from: readonly T[], pick: number): T | undefined =>
  from[pick % Math.max(1, from.length)];
