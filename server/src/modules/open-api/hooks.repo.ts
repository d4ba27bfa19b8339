import { type ChangeKind, changeKinds } from '@minsheng/contract/words/changes.ts';
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { Context, Runtime } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';

export type Hook = Omit<Selectable<DB['open_api.hook']>, 'kinds'> & {
  readonly kinds: ChangeKind[];
};

const kindsRead = z.array(z.enum(changeKinds));

const table = (ctx: Context) =>
  tablesOf<'open_api'>(ctx.tx)
    .selectFrom('open_api.hook')
    .selectAll()
    .where('city_id', '=', ctx.cityId);

const mostShown = 50;

/** Against two requests at once, which would both find room for one more. */
export async function holdHooks(ctx: Context, accountId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('open_api.hook'), hashtext(${accountId}))`.execute(
    ctx.tx,
  );
}

/** Those in force first: none of them is ever beyond what is shown. */
export async function hooksOf(ctx: Context, accountId: string): Promise<Hook[]> {
  const rows = await table(ctx)
    .where('account_id', '=', accountId)
    .orderBy(sql`ended_at is not null`)
    .orderBy('id', 'desc')
    .limit(mostShown)
    .execute();
  return rows.map((row) => ({ ...row, kinds: kindsRead.parse(row.kinds) }));
}

/** In force. */
export async function hookOf(ctx: Context, id: string): Promise<Hook | null> {
  const row = await table(ctx)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row ? { ...row, kinds: kindsRead.parse(row.kinds) } : null;
}

type NewHook = Pick<
  Hook,
  'id' | 'account_id' | 'key_id' | 'url' | 'kinds' | 'secret_enc' | 'position'
>;

export async function insertHook(ctx: Context, hook: NewHook): Promise<void> {
  await tablesOf<'open_api'>(ctx.tx)
    .insertInto('open_api.hook')
    .values({ ...hook, city_id: ctx.cityId, made_at: ctx.now, next_at: ctx.now })
    .execute();
}

/** Answers whether there was one in force. */
export async function endHook(
  ctx: Context,
  { hookId, accountId }: { hookId: string; accountId: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tablesOf<'open_api'>(ctx.tx)
    .updateTable('open_api.hook')
    .set({ ended_at: ctx.now, ended_by: ctx.actor.accountId })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', hookId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Sent up to here; false where somebody else has sent on meanwhile. */
export async function sentUpTo(
  ctx: Context,
  { hook, position, hasSent }: { hook: Hook; position: number; hasSent: boolean },
): Promise<boolean> {
  const { numUpdatedRows } = await tablesOf<'open_api'>(ctx.tx)
    .updateTable('open_api.hook')
    .set({
      position,
      // Behind the others that are due.
      next_at: ctx.now,
      failures: 0,
      down_since: null,
      last_error: null,
      ...(hasSent && { last_sent_at: ctx.now }),
    })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', hook.id)
    .where('position', '=', hook.position)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function sentInVain(
  ctx: Context,
  { hook, nextAt, error }: { hook: Hook; nextAt: Date; error: string },
): Promise<void> {
  await tablesOf<'open_api'>(ctx.tx)
    .updateTable('open_api.hook')
    .set({
      failures: hook.failures + 1,
      next_at: nextAt,
      down_since: hook.down_since ?? ctx.now,
      last_error: error,
    })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', hook.id)
    .execute();
}

/** Those that may have something to send now. */
export async function dueHooks({ db, city, clock }: Runtime): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id
    from open_api.hook
    where city_id = ${city.cityId} and ended_at is null and next_at <= ${clock.now()}
      and (exists (select from open_api.told where city_id = ${city.cityId})
        or position < (select max(position) from open_api.change where city_id = ${city.cityId}))
    order by next_at
    limit 200`.execute(db.kysely);
  return rows.map(({ id }) => id);
}
