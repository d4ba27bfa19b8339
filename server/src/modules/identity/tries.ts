import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { Refusal, type RefusalCode } from '../../platform/refusal.ts';
import { blindIndex } from '../../platform/secrets.ts';
import { sweep } from '../../platform/sweep.ts';

/** What is guessed at: a password, or the query code of an order. */
export type GuessScope = 'password' | 'query-code';

export interface Guess {
  readonly scope: GuessScope;
  /** Login or order number; kept as a keyed digest. */
  readonly key: string;
}

// Long after the quarter of an hour in which they count.
sweep({ table: 'identity.sign_in_failure', overAt: 'at', keptHours: 24 });

const mostTries = 5;
const windowMinutes = 15;

const tooMany = {
  password: 'identity.too-many-tries',
  'query-code': 'public.too-many-tries',
} as const satisfies Record<GuessScope, RefusalCode>;

const windowStart = (ctx: Context): Date => new Date(ctx.now.getTime() - windowMinutes * 60_000);

const indexOf = (ctx: Context, { scope, key }: Guess): Buffer =>
  blindIndex(ctx.keys, `guess:${scope}`, key);

/** 防猜测: refuses `identity.too-many-tries` or `public.too-many-tries` after five wrong ones in a quarter of an hour. */
export async function refuseGuessing(ctx: Context, guess: Guess): Promise<void> {
  const rows = await tablesOf<'identity'>(ctx.tx)
    .selectFrom('identity.sign_in_failure')
    .select('at')
    .where('city_id', '=', ctx.cityId)
    .where('scope', '=', guess.scope)
    .where('key_hash', '=', indexOf(ctx, guess))
    .where('at', '>', windowStart(ctx))
    .orderBy('at', 'desc')
    .limit(mostTries)
    .execute();
  const oldest = rows[mostTries - 1]?.at;
  if (!oldest) return;
  const opensAt = oldest.getTime() + windowMinutes * 60_000;
  const minutes = Math.max(1, Math.ceil((opensAt - ctx.now.getTime()) / 60_000));
  throw new Refusal(tooMany[guess.scope], { minutes });
}

/** The refusal of a wrong guess. It counts although everything else of the request is undone. */
export function wrongGuess(guess: Guess, code: RefusalCode): Refusal {
  return new Refusal(code, {}, (ctx) => countWrong(ctx, guess));
}

async function countWrong(ctx: Context, guess: Guess): Promise<void> {
  const key = { city_id: ctx.cityId, scope: guess.scope, key_hash: indexOf(ctx, guess) };
  await tablesOf<'identity'>(ctx.tx)
    .insertInto('identity.sign_in_failure')
    .values({ ...key, at: ctx.now, id: ctx.newId() })
    .execute();
}

/** Whoever knew it in the end starts anew. */
export async function forgetWrong(ctx: Context, guess: Guess): Promise<void> {
  await tablesOf<'identity'>(ctx.tx)
    .deleteFrom('identity.sign_in_failure')
    .where('city_id', '=', ctx.cityId)
    .where('scope', '=', guess.scope)
    .where('key_hash', '=', indexOf(ctx, guess))
    .execute();
}
