import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { Refusal } from '../../platform/refusal.ts';
import { blindIndex } from '../../platform/secrets.ts';
import { sweep } from '../../platform/sweep.ts';

/** What is counted: wrong passwords of a login; of an order's query code see `code-tries.ts`. */
export type TryScope = 'password' | 'query-code' | 'query-code-order' | 'query-code-wait';

export interface Try {
  readonly scope: TryScope;
  /** Login, order number, network: kept as a keyed digest. */
  readonly key: string;
}

export type PasswordGuess = Try & { readonly scope: 'password' };

// Long after the quarter of an hour in which they count.
sweep({ table: 'identity.sign_in_failure', overAt: 'at', keptHours: 24 });

const mostGuesses = 5;
const windowMinutes = 15;

const indexOf = (ctx: Context, { scope, key }: Try): Buffer =>
  blindIndex(ctx.keys, `guess:${scope}`, key);

/** When these were tried within the quarter of an hour, the latest first; no more than asked for. */
export async function triesOf(ctx: Context, what: Try, most: number): Promise<Date[]> {
  const rows = await tablesOf<'identity'>(ctx.tx)
    .selectFrom('identity.sign_in_failure')
    .select('at')
    .where('city_id', '=', ctx.cityId)
    .where('scope', '=', what.scope)
    .where('key_hash', '=', indexOf(ctx, what))
    .where('at', '>', new Date(ctx.now.getTime() - windowMinutes * 60_000))
    .orderBy('at', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ at }) => at);
}

export async function countTry(ctx: Context, what: Try): Promise<void> {
  const key = { city_id: ctx.cityId, scope: what.scope, key_hash: indexOf(ctx, what) };
  await tablesOf<'identity'>(ctx.tx)
    .insertInto('identity.sign_in_failure')
    .values({ ...key, at: ctx.now, id: ctx.newId() })
    .execute();
}

/** Minutes until another try counts as the first again; null while tries are left. */
export async function shutForMinutes(ctx: Context, what: Try): Promise<number | null> {
  const oldest = (await triesOf(ctx, what, mostGuesses))[mostGuesses - 1];
  if (!oldest) return null;
  const opensAt = oldest.getTime() + windowMinutes * 60_000;
  return Math.max(1, Math.ceil((opensAt - ctx.now.getTime()) / 60_000));
}

/** 防猜测: refuses `identity.too-many-tries` after five wrong passwords in a quarter of an hour. */
export async function refuseGuessing(ctx: Context, guess: PasswordGuess): Promise<void> {
  const minutes = await shutForMinutes(ctx, guess);
  if (minutes !== null) throw new Refusal('identity.too-many-tries', { minutes });
}

/** The refusal of a wrong password. It counts although everything else of the request is undone. */
export function wrongGuess(
  guess: PasswordGuess,
  code: 'identity.wrong-password' | 'identity.wrong-own-password',
): Refusal {
  return new Refusal(code, {}, (ctx) => countTry(ctx, guess));
}

/** Whoever knew it in the end starts anew. */
export async function forgetWrong(ctx: Context, guess: PasswordGuess): Promise<void> {
  await tablesOf<'identity'>(ctx.tx)
    .deleteFrom('identity.sign_in_failure')
    .where('city_id', '=', ctx.cityId)
    .where('scope', '=', guess.scope)
    .where('key_hash', '=', indexOf(ctx, guess))
    .execute();
}
