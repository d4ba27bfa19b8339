import type { CampaignTaskKind } from '@minsheng/contract/words/campaigns.ts';
import type { MeetingState } from '@minsheng/contract/words/meetings.ts';
import type { Dimension } from '@minsheng/contract/words/scorecard.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';

export interface CampaignTask {
  readonly taskId: string;
  readonly purpose: CampaignTaskKind;
  readonly dimension: Dimension | null;
}

export async function insertCampaignTask(
  ctx: Context,
  { campaignId, taskId, purpose, dimension }: CampaignTask & { campaignId: string },
): Promise<void> {
  await tablesOf<'campaigns'>(ctx.tx)
    .insertInto('campaigns.task')
    .values({
      city_id: ctx.cityId,
      campaign_id: campaignId,
      task_id: taskId,
      purpose,
      dimension,
    })
    .execute();
}

export const campaignTasks = (ctx: Context, campaignId: string): Promise<CampaignTask[]> =>
  tablesOf<'campaigns'>(ctx.tx)
    .selectFrom('campaigns.task')
    .select(['task_id as taskId', 'purpose', 'dimension'])
    .where('city_id', '=', ctx.cityId)
    .where('campaign_id', '=', campaignId)
    .$castTo<CampaignTask>()
    .execute();

export interface Consultation {
  readonly id: string;
  readonly title: string;
  readonly state: MeetingState;
  readonly startsAt: Date;
  readonly came: number;
  readonly units: number;
}

/** 会商 with a problem of this campaign on the agenda, the latest first. */
export async function consultationsOf(
  ctx: Context,
  campaignId: string,
  most: number,
): Promise<Consultation[]> {
  const { rows } = await sql<Consultation>`
    select m.id, m.title, m.state, m.starts_at as "startsAt",
      (select count(*)::integer from meetings.attendance as a
        where a.city_id = m.city_id and a.meeting_id = m.id and a.came in ('came', 'late')) as came,
      (select count(*)::integer from meetings.attendance as a
        where a.city_id = m.city_id and a.meeting_id = m.id) as units
    from meetings.meeting as m
    where m.city_id = ${ctx.cityId} and m.id in (
      select g.meeting_id
      from campaigns.entry as e
      join meetings.agenda as g on g.city_id = e.city_id and g.subject_id = e.id
      where e.city_id = ${ctx.cityId} and e.campaign_id = ${campaignId})
    order by m.id desc
    limit ${most}`.execute(ctx.tx);
  return rows;
}
