import { sql } from 'kysely';
import { setSwitch } from '../src/modules/auto-dispatch/change-settings.ts';
import { isControl } from '../src/modules/auto-dispatch/control-share.ts';
import { manyJudged } from '../src/modules/auto-dispatch/example-history.ts';
import '../src/modules/auto-dispatch/index.ts';
import * as orders from '../src/modules/orders/index.ts';
import type { Context } from '../src/platform/context.ts';
import { inCity } from './kit.ts';

/** What the tests of automatic dispatch share: one matter, the bureau its catalogue names, and a reason. */
export const lamps = '010105';
export const bureau = '350600.zjj';
export const reason = '试行自动派单';

export type Kit = Parameters<Parameters<typeof inCity>[0]>[0];

/** The tests of several files count in the same rows: one at a time, so that none waits for another in a ring. */
export const aloneInCity = (test: (kit: Kit) => Promise<void>) =>
  inCity(async (kit) => {
    await sql`select pg_advisory_xact_lock(hashtext('tests of automatic dispatch'))`.execute(
      kit.ctx.tx,
    );
    await test(kit);
  });

/** A matter whose last 500 all went right. */
export const trusted = (kit: Kit, history: Partial<Parameters<typeof manyJudged>[1]> = {}) =>
  kit.system.do(
    (ctx) => manyJudged(ctx, { matterCode: lamps, judged: 500, right: 500, ...history }),
    null,
  );

export const switchOn = (kit: Kit) => kit.as('director').do(setSwitch, { isOn: true, reason });

/** Not one of those left to a person for comparison. */
export async function anOrdinary(
  kit: Kit,
  differences: Parameters<Kit['anOrder']['toDispatch']>[0] = {},
) {
  for (;;) {
    const order = await kit.anOrder.toDispatch(differences);
    if (!isControl(order.id)) return order;
  }
}

export async function proposalOf(ctx: Context, orderId: string) {
  const { rows } = await sql<{
    held: string[];
    lead: string | null;
    source: string | null;
    is_sure: boolean;
    sent_at: Date | null;
    verdict: string | null;
    is_right: boolean | null;
    probability: number | null;
    model: string | null;
  }>`
    select held, lead, source, is_sure, sent_at, verdict, is_right, probability, model
    from auto_dispatch.proposal
    where city_id = ${ctx.cityId} and order_id = ${orderId}`.execute(ctx.tx);
  return rows[0] ?? null;
}

export const heldOf = async (kit: Kit, orderId: string) =>
  (await proposalOf(kit.ctx, orderId))?.held;
export const statusOf = async (kit: Kit, orderId: string) =>
  (await orders.find(kit.ctx, orderId))?.status;
