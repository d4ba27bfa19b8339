import type { AutoChange } from '@minsheng/contract/words/auto-dispatch.ts';
import type { Context } from '../../platform/context.ts';
import { jsonb, tablesOf } from '../../platform/db.ts';
import type { Json } from '../../platform/json.ts';

export interface NewChange {
  readonly what: AutoChange;
  readonly matterCode: string | null;
  readonly before: Readonly<Record<string, Json>>;
  readonly after: Readonly<Record<string, Json>>;
  readonly reason: string;
}

export async function insertChange(ctx: Context, change: NewChange): Promise<string> {
  const id = ctx.newId();
  await tablesOf<'auto_dispatch'>(ctx.tx)
    .insertInto('auto_dispatch.change')
    .values({
      city_id: ctx.cityId,
      id,
      at: ctx.now,
      by_account: ctx.actor.accountId,
      what: change.what,
      matter_code: change.matterCode,
      before: jsonb(change.before),
      after: jsonb(change.after),
      reason: change.reason,
    })
    .execute();
  return id;
}

export interface Change extends Omit<NewChange, 'before' | 'after'> {
  readonly at: Date;
  readonly by: string | null;
  readonly before: Json;
  readonly after: Json;
}

export async function latestChanges(ctx: Context, most: number): Promise<Change[]> {
  const rows = await tablesOf<'auto_dispatch'>(ctx.tx)
    .selectFrom('auto_dispatch.change')
    .select(['at', 'by_account', 'what', 'matter_code', 'before', 'after', 'reason'])
    .where('city_id', '=', ctx.cityId)
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ at, by_account, what, matter_code, before, after, reason }) => ({
    at,
    by: by_account,
    what: what as AutoChange,
    matterCode: matter_code,
    before,
    after,
    reason,
  }));
}
