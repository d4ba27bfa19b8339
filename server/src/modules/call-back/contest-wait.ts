import type { Context } from '../../platform/context.ts';
import * as orders from '../orders/index.ts';
import { centre, type Responsible, waitForCentre, waitRules } from '../waits/index.ts';
import { countyOf } from './contest-policy.ts';
import { type Contest, contestsOf } from './contests.repo.ts';

/** 复核期限 of the level it came to. */
export async function ruleBy(
  ctx: Context,
  { order_id, no }: Pick<Contest, 'order_id' | 'no'>,
): Promise<void> {
  await waitForCentre(ctx, { kind: 'contest-ruling', id: order_id, no }, 'contest-ruling');
}

/** 无人复核: told to whoever rules at its level, then to the level above. */
waitRules({
  kind: 'contest-ruling',
  subject: 'order',
  topic: 'contests',
  standing: async (ctx, { id, no }) => {
    await orders.lock(ctx, id);
    const one = (await contestsOf(ctx, id)).find((each) => each.no === no);
    return one?.state === 'asked' ? 'waiting' : 'over';
  },
  pauses: null,
  moved: null,
  atEnd: {
    tells: async (ctx, { id, no }) => {
      const one = (await contestsOf(ctx, id)).find((each) => each.no === no);
      return one ? rulers(one, ctx.city.code) : [centre('reviewer'), centre('director')];
    },
  },
});

function rulers(
  { level, unit_path }: Contest,
  cityCode: string,
): readonly [Responsible, Responsible] {
  switch (level) {
    case 'county': {
      const unitCode = countyOf(unit_path, cityCode);
      return [{ unitCode, role: 'county-dispatcher', accountId: null }, centre('reviewer')];
    }
    case 'city':
      return [centre('reviewer'), centre('director')];
    case 'director':
      return [centre('director'), centre('director')];
    default:
      return level satisfies never;
  }
}
