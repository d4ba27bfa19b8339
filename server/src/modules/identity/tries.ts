import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { Refusal } from '../../platform/refusal.ts';
import { blindIndex } from '../../platform/secrets.ts';
import { sweep } from '../../platform/sweep.ts';

/** What is counted: wrong passwords and codes of a login; of an order's query code see `code-tries.ts`. */
export type TryScope =
  | 'password'
  | 'second-factor'
  | 'query-code'
  | 'query-code-order'
  | 'query-code-wait';

export interface Try {
  readonly scope: TryScope;
  /** Login, order number, network: kept as a keyed digest. */
  readonly key: string;
}

export type PasswordGuess = Try & { readonly scope: 'password' | 'second-factor' };

// Long after the quarter of an hour in which they count.
sweep({ table: 'identity.sign_in_failure', overAt: 'at', keptHours: 24 });

const windowMinutes = 15;

interface Limit {
  readonly most: number;
  readonly minutes: number;
}
const fiveInAQuarter: Limit = { most: 5, minutes: windowMinutes };
/** Six digits are guessed sooner than a password: whoever has the password gets so many in a day. */
const twentyInADay: Limit = { most: 20, minutes: 24 * 60 };

const limitsOf = (scope: TryScope): readonly Limit[] =>
  scope === 'second-factor' ? [fiveInAQuarter, twentyInADay] : [fiveInAQuarter];

const indexOf = (ctx: Context, { scope, key }: Try): Buffer =>
  blindIndex(ctx.keys, `guess:${scope}`, key);

/** When these were tried within the quarter of an hour, the latest first; no more than asked for. */
export const triesOf = (ctx: Context, what: Try, most: number): Promise<Date[]> =>
  triesWithin(ctx, what, { most, minutes: windowMinutes });

async function triesWithin(ctx: Context, what: Try, { most, minutes }: Limit): Promise<Date[]> {
  const rows = await tablesOf<'identity'>(ctx.tx)
    .selectFrom('identity.sign_in_failure')
    .select('at')
    .where('city_id', '=', ctx.cityId)
    .where('scope', '=', what.scope)
    .where('key_hash', '=', indexOf(ctx, what))
    .where('at', '>', new Date(ctx.now.getTime() - minutes * 60_000))
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
  const waits: number[] = [];
  for (const limit of limitsOf(what.scope)) {
    const oldest = (await triesWithin(ctx, what, limit))[limit.most - 1];
    if (!oldest) continue;
    const opensAt = oldest.getTime() + limit.minutes * 60_000;
    waits.push(Math.max(1, Math.ceil((opensAt - ctx.now.getTime()) / 60_000)));
  }
  return waits.length === 0 ? null : Math.max(...waits);
}

/**
 * 防猜测: refuses `identity.too-many-tries` after five passwords in a quarter of an hour that were not right. Each is counted
 * before it is looked at, in a transaction of its own and one after the other: whoever tries many at once gets no more.
 */
export async function takeGuess(ctx: Context, guess: PasswordGuess): Promise<void> {
  await inLine(ctx, guess);
  const minutes = await shutForMinutes(ctx, guess);
  if (minutes !== null) throw new Refusal('identity.too-many-tries', { minutes });
  await countTry(ctx, guess);
}

/** Until this transaction is over nobody else tries the same: against many at once. */
export async function inLine(ctx: Context, what: Try): Promise<void> {
  const line = indexOf(ctx, what).readInt32BE(0);
  await sql`select pg_advisory_xact_lock(hashtext('identity.guess'), ${line})`.execute(ctx.tx);
}

/** Nobody could say whether it was right: it was none. */
export async function giveGuessBack(ctx: Context, guess: PasswordGuess): Promise<void> {
  const key = { scope: guess.scope, hash: indexOf(ctx, guess) };
  await sql`
    delete from identity.sign_in_failure
    where city_id = ${ctx.cityId}
      and id = (
        select id
        from identity.sign_in_failure
        where city_id = ${ctx.cityId} and scope = ${key.scope} and key_hash = ${key.hash}
        order by at desc
        limit 1
      )`.execute(ctx.tx);
}

/** Whoever knew the password and is refused for another reason has not guessed wrong. */
export async function knowing<T>(guess: PasswordGuess, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Refusal) || error.trace) throw error;
    throw new Refusal(error.code, error.facts, (ctx) => forgetWrong(ctx, guess));
  }
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
