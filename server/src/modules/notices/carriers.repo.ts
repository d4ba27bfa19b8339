import type { NoticeChannel } from '@minsheng/contract/words/notices.ts';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';

export interface CarrierStanding {
  readonly failures: number;
  readonly holdUntil: Date | null;
}

/** A carrier, or one end behind it that is silent by itself: a group's robot. */
export interface End {
  readonly channel: NoticeChannel;
  /** Digest of its address; empty: the carrier. */
  readonly target: Buffer;
}

/** 通道状态. */
export async function standingOf(ctx: Context, { channel, target }: End): Promise<CarrierStanding> {
  const row = await tablesOf<'notices'>(ctx.tx)
    .selectFrom('notices.carrier')
    .select(['failures', 'hold_until'])
    .where('city_id', '=', ctx.cityId)
    .where('channel', '=', channel)
    .where('target', '=', target)
    .executeTakeFirst();
  return { failures: row?.failures ?? 0, holdUntil: row?.hold_until ?? null };
}

const mostShown = 50;

export async function silentCarriers(ctx: Context) {
  return tablesOf<'notices'>(ctx.tx)
    .selectFrom('notices.carrier')
    .select(['channel', 'down_since', 'last_error', 'hold_until'])
    .where('city_id', '=', ctx.cityId)
    .where('down_since', 'is not', null)
    .orderBy('channel')
    .orderBy('down_since')
    .limit(mostShown)
    .execute();
}

/** It answered. Writes nothing while it always has. */
export async function wentWell(ctx: Context, { channel, target }: End): Promise<void> {
  await tablesOf<'notices'>(ctx.tx)
    .updateTable('notices.carrier')
    .set({ failures: 0, hold_until: null, down_since: null, last_error: null })
    .where('city_id', '=', ctx.cityId)
    .where('channel', '=', channel)
    .where('target', '=', target)
    .where('failures', '>', 0)
    .execute();
}

export async function wentSilent(
  ctx: Context,
  { channel, target }: End,
  { failures, until, error }: { failures: number; until: Date; error: string },
): Promise<void> {
  const now = { failures, hold_until: until, last_error: error };
  await tablesOf<'notices'>(ctx.tx)
    .insertInto('notices.carrier')
    .values({ city_id: ctx.cityId, channel, target, ...now, down_since: ctx.now })
    .onConflict((conflict) =>
      conflict.columns(['city_id', 'channel', 'target']).doUpdateSet((eb) => ({
        ...now,
        down_since: eb.fn.coalesce('notices.carrier.down_since', eb.val(ctx.now)),
      })),
    )
    .execute();
}
