import type { Narrowing } from '@minsheng/contract/words/accounts.ts';
import type { Role } from '@minsheng/contract/words/roles.ts';
import type { Selectable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import type { AskedRights } from './rights.ts';

export type RightsAsk = Selectable<DB['identity.rights_ask']> & {
  readonly roles: Role[];
  readonly narrowed_to: Narrowing | null;
};

/** Nobody has decided yet, of these accounts. */
export async function openAsks(
  ctx: Context,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, RightsAsk>> {
  if (accountIds.length === 0) return new Map();
  const rows = await tablesOf<'identity'>(ctx.tx)
    .selectFrom('identity.rights_ask')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('account_id', 'in', [...accountIds])
    .where('decided_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.account_id, row as RightsAsk]));
}

/** In place of one that was open. */
export async function askRights(
  ctx: Context,
  accountId: string,
  { roles, narrowedTo, outsourced, unit }: AskedRights,
): Promise<void> {
  await replaceAsk(ctx, accountId);
  await tablesOf<'identity'>(ctx.tx)
    .insertInto('identity.rights_ask')
    .values({
      city_id: ctx.cityId,
      id: ctx.newId(),
      account_id: accountId,
      roles: [...roles],
      narrowed_to: narrowedTo,
      is_outsourced: outsourced,
      unit_code: unit,
      asked_by: ctx.actor.accountId ?? '',
      asked_at: ctx.now,
    })
    .execute();
}

/** What was asked before does not count any more. */
export async function replaceAsk(ctx: Context, accountId: string): Promise<void> {
  await tablesOf<'identity'>(ctx.tx)
    .updateTable('identity.rights_ask')
    .set({ decided_at: ctx.now, decided_by: ctx.actor.accountId, outcome: 'replaced' })
    .where('city_id', '=', ctx.cityId)
    .where('account_id', '=', accountId)
    .where('decided_at', 'is', null)
    .execute();
}

export async function decideAsk(
  ctx: Context,
  { id }: RightsAsk,
  decision: { outcome: 'confirmed' | 'refused'; reason: string | null },
): Promise<void> {
  await tablesOf<'identity'>(ctx.tx)
    .updateTable('identity.rights_ask')
    .set({ decided_at: ctx.now, decided_by: ctx.actor.accountId, ...decision })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}
