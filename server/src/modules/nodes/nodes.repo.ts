import type { NodeFamily, NodeKind } from '@minsheng/contract/words/nodes.ts';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { refuseUnless } from '../../platform/refusal.ts';

export interface NewNode {
  readonly id: string;
  readonly code: string | null;
  readonly year: number;
  readonly name: string;
  readonly kind: NodeKind;
  readonly family: NodeFamily;
  readonly first_on: string;
  readonly last_on: string;
  readonly from_on: string;
  readonly to_on: string;
  readonly areas: string[];
  readonly matters: string[];
  readonly limit_class: string | null;
}

export interface NodeRow extends NewNode {
  readonly opened_at: Date;
  readonly opened_by: string | null;
  readonly review: string | null;
  readonly reviewed_at: Date | null;
  readonly reviewed_by: string | null;
}

export async function insert(ctx: Context, node: NewNode): Promise<void> {
  await tablesOf<'nodes'>(ctx.tx)
    .insertInto('nodes.node')
    .values({ city_id: ctx.cityId, ...node, opened_at: ctx.now, opened_by: ctx.actor.accountId })
    .execute();
}

const nodes = (ctx: Context) =>
  tablesOf<'nodes'>(ctx.tx)
    .selectFrom('nodes.node')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    // The generated types know `text`; the checks of the table know the words.
    .$castTo<NodeRow>();

/** Of a year, the earliest first. */
export const ofYear = (ctx: Context, year: number, most: number): Promise<NodeRow[]> =>
  nodes(ctx).where('year', '=', year).orderBy('first_on').orderBy('id').limit(most).execute();

/** Those of one listed node, or of the centre's own of one name, the latest first. */
export const before = (ctx: Context, { code, name, first_on }: NodeRow): Promise<NodeRow[]> => {
  const earlier = nodes(ctx).where('first_on', '<', first_on).orderBy('first_on', 'desc').limit(1);
  return code === null
    ? earlier.where('code', 'is', null).where('name', '=', name).execute()
    : earlier.where('code', '=', code).execute();
};

export async function ofCode(ctx: Context, code: string, year: number): Promise<NodeRow | null> {
  const row = await nodes(ctx).where('code', '=', code).where('year', '=', year).executeTakeFirst();
  return row ?? null;
}

/** The centre's own of a name, on that day. */
export async function ownOf(
  ctx: Context,
  { name, first }: { name: string; first: string },
): Promise<NodeRow | null> {
  const row = await nodes(ctx)
    .where('code', 'is', null)
    .where('first_on', '=', first)
    .where('name', '=', name)
    .executeTakeFirst();
  return row ?? null;
}

/** Refuses `nodes.no-such-node`. */
export async function held(ctx: Context, id: string): Promise<NodeRow> {
  const row = await nodes(ctx).where('id', '=', id).executeTakeFirst();
  refuseUnless(row, 'nodes.no-such-node');
  return row;
}

/** Against a second review, and a second reading, at once. */
export async function lock(ctx: Context, id: string): Promise<NodeRow> {
  const row = await nodes(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
  refuseUnless(row, 'nodes.no-such-node');
  return row;
}

export async function keepReview(ctx: Context, id: string, review: string): Promise<void> {
  await tablesOf<'nodes'>(ctx.tx)
    .updateTable('nodes.node')
    .set({ review, reviewed_at: ctx.now, reviewed_by: ctx.actor.accountId })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}
