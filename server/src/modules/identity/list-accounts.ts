import type { identity } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import * as organisation from '../organisation/index.ts';
import { accountRows } from './account-view.ts';
import { type AccountFilter, findAccounts } from './find-accounts.ts';

const pageRows = 50;
const shownCap = 1000;

type Search = InputOf<typeof identity.listAccounts>;

/** 账号列表: by login, name or unit's name; a unit stands for all below it too. */
export async function listAccounts(
  ctx: Context,
  { q, unit, role, state, waits, cursor }: Search,
): Promise<ReplyOf<typeof identity.listAccounts>> {
  const found = await findAccounts(ctx, {
    words: q ? await wordsOf(ctx, q) : null,
    units: unit ? await organisation.codesFrom(ctx, await organisation.unit(ctx, unit)) : null,
    role: role ?? null,
    state: state ?? null,
    waits: waits ?? false,
    after: cursor ?? null,
    limit: pageRows + 1,
  });
  const shown = found.slice(0, pageRows);
  return {
    rows: await accountRows(ctx, shown),
    next: found.length > pageRows ? (shown.at(-1)?.login ?? null) : null,
    shownCap,
  };
}

async function wordsOf(ctx: Context, text: string): Promise<AccountFilter['words']> {
  const { rows } = await organisation.searchUnits(ctx, { q: text });
  return { text, units: rows.map(({ code }) => code) };
}
