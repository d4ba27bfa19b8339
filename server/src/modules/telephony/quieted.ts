import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { sweep } from '../../platform/sweep.ts';
import { phoneIndex } from '../requesters/index.ts';

sweep({ table: 'telephony.quieted', overAt: 'until_at', keptHours: 0 });

/** 分流: until then this number's calls wait in the quiet queue. */
export async function quietUntil(ctx: Context, numberIndex: Buffer, until: Date): Promise<void> {
  await sql`
    insert into telephony.quieted (city_id, number_index, until_at)
    values (${ctx.cityId}, ${numberIndex}, ${until})
    on conflict (city_id, number_index) do update set until_at = excluded.until_at`.execute(ctx.tx);
}

export async function quietNoMore(ctx: Context, numberIndex: Buffer): Promise<void> {
  await tablesOf<'telephony'>(ctx.tx)
    .deleteFrom('telephony.quieted')
    .where('city_id', '=', ctx.cityId)
    .where('number_index', '=', numberIndex)
    .execute();
}

/** Which queue a call of this number waits in, now: what is over holds nobody back, swept or not. */
export async function queueFor(ctx: Context, number: string): Promise<'general' | 'quiet'> {
  const row = await tablesOf<'telephony'>(ctx.tx)
    .selectFrom('telephony.quieted')
    .select('until_at')
    .where('city_id', '=', ctx.cityId)
    .where('number_index', '=', phoneIndex(ctx, number))
    .where('until_at', '>', ctx.now)
    .executeTakeFirst();
  return row ? 'quiet' : 'general';
}
