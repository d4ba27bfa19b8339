import {
  type NoticeAudience,
  type NoticeChannel,
  type NoticeUrgency,
  noticeAudiences,
  noticeChannels,
  noticeUrgencies,
  noticeWays,
} from '@minsheng/contract/words/notices.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { keptPerVersion } from '../organisation/index.ts';
import type { Hours } from './quiet-hours.ts';

const rule = z.object({
  message: z.string(),
  audience: z.enum(noticeAudiences),
  urgency: z.enum(noticeUrgencies),
  channels: z.array(z.enum(noticeWays)),
  readers: z.array(z.string()),
});
export type NoticeRule = z.output<typeof rule>;

/** 通知规则 of the city, by message. */
export const rules = keptPerVersion(
  async (ctx: Context): Promise<ReadonlyMap<string, NoticeRule>> => {
    const rows = await tablesOf<'notices'>(ctx.tx)
      .selectFrom('notices.rule')
      .select(['message', 'audience', 'urgency', 'channels', 'readers'])
      .where('city_id', '=', ctx.cityId)
      .orderBy('message')
      .execute();
    return new Map(rows.map((row) => [row.message, rule.parse(row)]));
  },
);

export async function ruleOf(ctx: Context, message: string): Promise<NoticeRule> {
  const found = (await rules(ctx)).get(message);
  if (!found) throw new Error(`The city has no rule for message ${message}.`);
  return found;
}

const limits = z.object({
  channel: z.enum(noticeChannels),
  audience: z.enum(noticeAudiences),
  urgency: z.enum(noticeUrgencies),
  quietFrom: z.string().nullable(),
  quietTo: z.string().nullable(),
  perHour: z.int().nullable(),
  perDay: z.int().nullable(),
});
export type NoticeHours = z.output<typeof limits>;

/** 免打扰与条数上限 of the city. */
export const allHours = keptPerVersion(async (ctx: Context): Promise<readonly NoticeHours[]> => {
  const rows = await tablesOf<'notices'>(ctx.tx)
    .selectFrom('notices.hours')
    .select(['channel', 'audience', 'urgency', 'quiet_from as quietFrom', 'quiet_to as quietTo'])
    .select(['per_hour as perHour', 'per_day as perDay'])
    .where('city_id', '=', ctx.cityId)
    .orderBy('channel')
    .orderBy('audience')
    .orderBy('urgency')
    .execute();
  return rows.map((row) => limits.parse(row));
});

interface Asked {
  readonly channel: NoticeChannel;
  readonly audience: NoticeAudience;
  readonly urgency: NoticeUrgency;
}

/** Null: nothing holds it; always so for what is urgent. */
export async function hoursFor(
  ctx: Context,
  { channel, audience, urgency }: Asked,
): Promise<(Hours & Pick<NoticeHours, 'perHour' | 'perDay'>) | null> {
  if (urgency === 'urgent') return null;
  const found = (await allHours(ctx)).find(
    (row) => row.channel === channel && row.audience === audience && row.urgency === urgency,
  );
  return found ?? null;
}
