import type { supervision as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { cutPage, pageRows, placeOf } from '../../platform/keyset.ts';
import { allowIf, demand } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { ladder } from './levels.ts';
import { onePage, pageOf, type Supervision } from './supervisions.repo.ts';
import { limitWords } from './text.ts';
import { briefOf } from './views.ts';

type Rows = ReplyOf<typeof contract.listSupervisions>['rows'];

/** 督办台账: one list, the most pressing first. Proposals are for the centre; units see what runs with them and below. */
export async function listSupervisions(
  ctx: Context,
  { box = 'open', level, cursor }: InputOf<typeof contract.listSupervisions>,
): Promise<ReplyOf<typeof contract.listSupervisions>> {
  demand(
    allowIf(box !== 'proposed' || ctx.actor.has('supervision.read'), 'identity.not-permitted'),
  );
  const read = await pageOf(ctx, { state: box, level, after: placeOf(cursor), most: onePage });
  const { shown, next } = cutPage(
    read.map((one) => ({ ...one, by: one.sort_at.toISOString(), id: one.id })),
  );
  return { rows: await rowsOf(ctx, shown), next, shownCap: pageRows };
}

/** With their orders, as this person reads them. */
export async function rowsOf(ctx: Context, shown: readonly Supervision[]): Promise<Rows> {
  const [rows, units] = await Promise.all([
    orders.rowsFor(ctx, [...new Set(shown.map(({ order_id }) => order_id))]),
    organisation.unitsIfKnown(ctx, [...new Set(shown.map(({ unit_code }) => unit_code))]),
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const listed: Rows = [];
  for (const one of shown) {
    const order = byId.get(one.order_id);
    if (order) listed.push({ order, supervision: await briefOf(ctx, one, units) });
  }
  return listed;
}

/** 督办级别, for whoever chooses one. */
export async function listLevels(ctx: Context): Promise<ReplyOf<typeof contract.listLevels>> {
  const rows = (await ladder(ctx)).map(({ replyLimit, ...level }) => ({
    ...level,
    replyLimit: replyLimit && limitWords(replyLimit),
  }));
  return { rows };
}
