import { type CodeKind, codeKinds } from '@minsheng/contract/words/nets.ts';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { instantOf, type Place, pageRows } from '../../platform/keyset.ts';

/** 待对照的代码. */
export interface Unmapped {
  readonly id: string;
  readonly net: string;
  readonly kind: CodeKind;
  readonly theirs: string;
  readonly at: Date;
  readonly aside_at: Date | null;
  readonly aside_by: string | null;
  readonly aside_why: string | null;
}

/** Seen again it stays as it is, put aside or not. */
export async function noteUnmapped(
  ctx: Context,
  one: Pick<Unmapped, 'net' | 'kind' | 'theirs'>,
): Promise<void> {
  await tablesOf<'exchange'>(ctx.tx)
    .insertInto('exchange.unmapped')
    .values({
      ...one,
      city_id: ctx.cityId,
      id: ctx.newId(),
      theirs: one.theirs.slice(0, 100),
      at: ctx.now,
      aside_at: null,
      aside_by: null,
      aside_why: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The oldest first, a page and one more. */
export async function unmappedCodes(
  ctx: Context,
  { isAside, after }: { isAside: boolean; after: Place | null },
): Promise<Unmapped[]> {
  const rows = await tablesOf<'exchange'>(ctx.tx)
    .selectFrom('exchange.unmapped')
    .select(['id', 'net', 'kind', 'theirs', 'at', 'aside_at', 'aside_by', 'aside_why'])
    .where('city_id', '=', ctx.cityId)
    .where('aside_at', isAside ? 'is not' : 'is', null)
    .$if(after !== null, (query) =>
      query.where((is) =>
        after === null
          ? is.lit(true)
          : is(is.refTuple('at', 'id'), '>', is.tuple(instantOf(after), after.id)),
      ),
    )
    .orderBy('at')
    .orderBy('id')
    .limit(pageRows + 1)
    .execute();
  return rows.map((row) => ({
    ...row,
    kind: codeKinds.find((one) => one === row.kind) ?? 'type',
  }));
}

/** False: it is not there, or somebody was faster. */
export async function setAside(ctx: Context, id: string, why: string): Promise<boolean> {
  const set = await tablesOf<'exchange'>(ctx.tx)
    .updateTable('exchange.unmapped')
    .set({ aside_at: ctx.now, aside_by: ctx.actor.accountId, aside_why: why })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .where('aside_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return set !== undefined;
}
