import type { EntryState } from '@minsheng/contract/words/campaigns.ts';
import { type Selectable, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { refuseUnless } from '../../platform/refusal.ts';

type EntryRow = Selectable<DB['campaigns.entry']>;
export type NewEntry = Omit<EntryRow, 'city_id'>;

/** 清单问题 as it stands at an instant. */
export interface Entry extends EntryRow {
  readonly state: EntryState;
  readonly since: Date;
  readonly via_media: boolean;
  /** Why it stands where it stands. */
  readonly reason: string;
  readonly appeals: number;
  /** 督办过几次, S2 and above, of the appeals that stand in it: several pressed at once are once. */
  readonly supervisions: number;
}

export async function insertEntry(ctx: Context, row: NewEntry): Promise<void> {
  await tablesOf<'campaigns'>(ctx.tx)
    .insertInto('campaigns.entry')
    .values({ ...row, words: [...row.words], city_id: ctx.cityId })
    .execute();
}

export async function renameEntry(ctx: Context, id: string, name: string): Promise<void> {
  await tablesOf<'campaigns'>(ctx.tx)
    .updateTable('campaigns.entry')
    .set({ name })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

interface Asked {
  readonly at: Date;
  readonly campaignId?: string;
  readonly entryId?: string;
  readonly state?: EntryState | undefined;
  readonly most: number;
}

/** 清单 at an instant: what the machine proposes no more is not in it. */
export async function entriesAt(
  ctx: Context,
  { at, campaignId, entryId, state, most }: Asked,
): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select e.*, s.state, s.from_at as since, s.via_media, s.reason, coalesce(l.appeals, 0)::integer as appeals,
      coalesce(l.supervisions, 0)::integer as supervisions
    from campaigns.entry as e
    join campaigns.stage as s
      on s.city_id = e.city_id and s.campaign_id = e.campaign_id and s.entry_id = e.id
      and s.from_at <= ${at} and (s.to_at is null or s.to_at > ${at})
    left join lateral (
      select count(distinct k.id) as appeals, count(distinct v.opened_at) as supervisions
      from campaigns.link as k
      left join supervision.supervision as v
        on v.city_id = k.city_id and v.order_id = k.order_id and v.level >= 'S2' and v.opened_at <= ${at}
      where k.city_id = e.city_id and k.entry_id = e.id
        and k.from_at <= ${at} and (k.to_at is null or k.to_at > ${at})
    ) as l on true
    where e.city_id = ${ctx.cityId}
      ${campaignId ? sql`and e.campaign_id = ${campaignId}` : sql``}
      ${entryId ? sql`and e.id = ${entryId}` : sql``}
      ${state ? sql`and s.state = ${state}` : sql``}
    order by e.campaign_id, e.no
    limit ${most}`.execute(ctx.tx);
  return rows;
}

export async function findEntry(ctx: Context, entryId: string): Promise<Entry> {
  const [entry] = await entriesAt(ctx, { at: ctx.now, entryId, most: 1 });
  refuseUnless(entry, 'campaigns.no-such-entry');
  return entry;
}

export interface Stage {
  readonly state: EntryState;
  readonly from_at: Date;
  readonly by_id: string | null;
  readonly reason: string;
}

export async function stagesOf(ctx: Context, { campaign_id, id }: EntryRow): Promise<Stage[]> {
  return tablesOf<'campaigns'>(ctx.tx)
    .selectFrom('campaigns.stage')
    .select(['state', 'from_at', 'by_id', 'reason'])
    .where('city_id', '=', ctx.cityId)
    .where('campaign_id', '=', campaign_id)
    .where('entry_id', '=', id)
    .orderBy('no')
    .$castTo<Stage>()
    .execute();
}

interface Move {
  readonly campaignId: string;
  readonly entryId: string;
  /** Null: it is proposed no more. */
  readonly to: EntryState | null;
  readonly viaMedia: boolean;
  readonly reason: string;
  /** Whose word it is, where it is not the actor's: a visitor's. */
  readonly byId: string | null;
}

/** 进入下一阶段: the stage before ends at the instant the next begins. */
export async function enterStage(ctx: Context, move: Move): Promise<void> {
  const { campaignId, entryId, to, viaMedia, reason, byId } = move;
  await sql`
    update campaigns.stage set to_at = ${ctx.now}
    where city_id = ${ctx.cityId} and campaign_id = ${campaignId} and entry_id = ${entryId}
      and to_at is null`.execute(ctx.tx);
  if (to === null) return;
  await sql`
    insert into campaigns.stage
      (city_id, campaign_id, entry_id, no, state, via_media, from_at, by_id, reason)
    select ${ctx.cityId}, ${campaignId}, ${entryId}, coalesce(max(no), 0) + 1, ${to}, ${viaMedia}, ${ctx.now},
      ${byId}, ${reason}
    from campaigns.stage
    where city_id = ${ctx.cityId} and campaign_id = ${campaignId} and entry_id = ${entryId}`.execute(
    ctx.tx,
  );
}
