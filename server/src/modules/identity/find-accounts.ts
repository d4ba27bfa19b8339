import type { AccountState } from '@minsheng/contract/words/accounts.ts';
import type { Role } from '@minsheng/contract/words/roles.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { Account } from './accounts.repo.ts';

export interface AccountFilter {
  /** A part of the login or the name; or an account of one of these units. */
  words: { text: string; units: readonly string[] } | null;
  units: readonly string[] | null;
  role: Role | null;
  state: AccountState | null;
  /** Only those with rights nobody has confirmed yet. */
  waits: boolean;
  after: string | null;
  limit: number;
}

/** By login. */
export async function findAccounts(ctx: Context, filter: AccountFilter): Promise<Account[]> {
  const { words, units, role, state, after } = filter;
  let query = tablesOf<'identity'>(ctx.tx)
    .selectFrom('identity.account')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .orderBy('login')
    .limit(filter.limit);
  if (words)
    query = query.where((eb) =>
      eb.or([
        sql<boolean>`position(${words.text.toLowerCase()} in lower(login || ' ' || name)) > 0`,
        sql<boolean>`unit_code = any (${[...words.units]})`,
      ]),
    );
  if (units) query = query.where(sql<boolean>`unit_code = any (${[...units]})`);
  if (role) query = query.where(sql<boolean>`${role} = any (roles)`);
  if (state === 'closed') query = query.where('closed_at', 'is not', null);
  if (state === 'locked')
    query = query.where('closed_at', 'is', null).where('locked_at', 'is not', null);
  if (state === 'open') query = query.where('closed_at', 'is', null).where('locked_at', 'is', null);
  if (filter.waits)
    query = query.where(sql<boolean>`exists (
      select from identity.rights_ask as ask
      where ask.city_id = account.city_id and ask.account_id = account.id
        and ask.decided_at is null)`);
  if (after) query = query.where('login', '>', after);
  return (await query.execute()) as Account[];
}
