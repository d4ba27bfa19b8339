import {
  type NoticeChannel,
  type NoticeState,
  noticeChannels,
  noticeStates,
  noticeUrgencies,
} from '@minsheng/contract/words/notices.ts';
import { sql, type Updateable } from 'kysely';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { type DB, tablesOf } from '../../platform/db.ts';

/** A message in hand: what it says is opened only where it leaves. */
export interface InHand {
  readonly id: string;
  readonly tries: number;
  readonly firstTriedAt: Date;
  readonly toEnc: Buffer;
  readonly textEnc: Buffer;
  /** Digest of number, address or group. */
  readonly toIndex: Buffer | null;
}

const columns = [
  'id',
  'channel',
  'state',
  'not_before',
  'tries',
  'first_tried_at',
  'tried_at',
  'to_enc',
  'text_enc',
  'unit_code',
  'order_id',
  'urgency',
  'to_index',
  'held_for',
] as const;

/** Held, so that two workers never take one message, and two persons never settle it, at once. */
export async function lockMessage(ctx: Context, id: string) {
  const row = await tablesOf<'notices'>(ctx.tx)
    .selectFrom('notices.message')
    .select(columns)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? asHeld(row) : null;
}

const closed = z.object({
  channel: z.enum(noticeChannels),
  state: z.enum(noticeStates),
  urgency: z.enum(noticeUrgencies),
});
const asHeld = <Row extends { channel: string; state: string; urgency: string }>(row: Row) => ({
  ...row,
  ...closed.parse(row),
});

export type HeldMessage = NonNullable<Awaited<ReturnType<typeof lockMessage>>>;

/**
 * Others that are due on this channel, the urgent first; held against another worker, who passes them over. None to an
 * end that is silent by itself (`silentTargets`).
 */
export async function lockDue(
  ctx: Context,
  channel: NoticeChannel,
  { except, limit }: { except: string; limit: number },
): Promise<HeldMessage[]> {
  const rows = await tablesOf<'notices'>(ctx.tx)
    .selectFrom('notices.message')
    .select(columns)
    .where('city_id', '=', ctx.cityId)
    .where('channel', '=', channel)
    .where('state', '=', 'waiting')
    .where('not_before', '<=', ctx.now)
    .where('id', '<>', except)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('notices.carrier as c')
            .select('c.channel')
            .whereRef('c.city_id', '=', 'notices.message.city_id')
            .whereRef('c.channel', '=', 'notices.message.channel')
            .whereRef('c.target', '=', 'notices.message.to_index')
            .where('c.hold_until', '>', ctx.now),
        ),
      ),
    )
    // As the index has it.
    .orderBy(sql`(urgency = 'urgent') desc`)
    .orderBy('not_before')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map(asHeld);
}

type Change = Omit<Updateable<DB['notices.message']>, 'city_id' | 'id' | 'state'> & {
  readonly state?: NoticeState;
};

export async function changeMessage(ctx: Context, id: string, change: Change): Promise<void> {
  await tablesOf<'notices'>(ctx.tx)
    .updateTable('notices.message')
    .set(change)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

/** What came of one try; a later one, or a person, has the last word. */
export async function endTry(
  ctx: Context,
  { id, tries }: Pick<InHand, 'id' | 'tries'>,
  change: Change,
): Promise<boolean> {
  const { numUpdatedRows } = await tablesOf<'notices'>(ctx.tx)
    .updateTable('notices.message')
    .set(change)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .where('tries', '=', tries)
    .where('state', 'in', ['sending', 'uncertain'])
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** A carrier's own number of a message. */
export async function messageByRef(ctx: Context, ref: string): Promise<string | null> {
  const row = await tablesOf<'notices'>(ctx.tx)
    .selectFrom('notices.message')
    .select('id')
    .where('city_id', '=', ctx.cityId)
    .where('channel', '=', 'sms')
    .where('carrier_ref', '=', ref)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** When the nth latest message was tried at this number, if that is since then. */
export async function nthLatest(
  ctx: Context,
  toIndex: Buffer,
  { nth, since }: { nth: number; since: Date },
): Promise<Date | null> {
  const row = await tablesOf<'notices'>(ctx.tx)
    .selectFrom('notices.message')
    .select('tried_at')
    .where('city_id', '=', ctx.cityId)
    .where('to_index', '=', toIndex)
    .where('tried_at', '>', since)
    .orderBy('tried_at', 'desc')
    .offset(nth - 1)
    .limit(1)
    .executeTakeFirst();
  return row?.tried_at ?? null;
}

const mostMerged = 500;

/** How many left in it when it was tried before. */
export async function mergedInto(ctx: Context, id: string): Promise<number> {
  const rows = await tablesOf<'notices'>(ctx.tx)
    .selectFrom('notices.message')
    .select('id')
    .where('city_id', '=', ctx.cityId)
    .where('state', '=', 'merged')
    .where('merged_into', '=', id)
    .execute();
  return rows.length;
}

/** Ids of what a limit holds back for the same number, against the job of each. */
export async function lockHeldBeside(
  ctx: Context,
  { id, channel, to_index }: HeldMessage,
): Promise<string[]> {
  const rows = await tablesOf<'notices'>(ctx.tx)
    .selectFrom('notices.message')
    .select('id')
    .where('city_id', '=', ctx.cityId)
    .where('state', '=', 'waiting')
    .where('held_for', '=', 'limit')
    .where('channel', '=', channel)
    .where('to_index', '=', to_index)
    .where('id', '<>', id)
    .orderBy('id')
    .limit(mostMerged)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map((row) => row.id);
}
