import type { campaigns as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { accountNames } from '../identity/index.ts';
import { mayPlanMeeting } from '../meetings/index.ts';
import * as organisation from '../organisation/index.ts';
import { tasksOf } from '../tasks/index.ts';
import { campaignTasks, consultationsOf } from './campaign-tasks.repo.ts';
import { findCampaign } from './campaigns.repo.ts';
import { type Member, membersOf } from './members.repo.ts';
import { mayWork } from './policy.ts';

type Reply = ReplyOf<typeof contract.readForce>;

const shownMeetings = 50;

/** 专班, its meetings and its tasks. */
export async function readForce(
  ctx: Context,
  { campaignId }: InputOf<typeof contract.readForce>,
): Promise<Reply> {
  const campaign = await findCampaign(ctx, campaignId);
  const may = mayWork(ctx.actor, campaign).allowed;
  const meetings = await consultationsOf(ctx, campaignId, shownMeetings);
  return {
    members: await memberViews(ctx, await membersOf(ctx, campaignId)),
    meetings: meetings.map(({ startsAt, ...one }) => ({
      ...one,
      startsAt: startsAt.toISOString(),
    })),
    tasks: await taskViews(ctx, campaignId),
    can: {
      work: may,
      meet: may && mayPlanMeeting(ctx.actor).allowed,
      give: may && ctx.actor.has('tasks.give'),
    },
  };
}

async function memberViews(ctx: Context, rows: readonly Member[]): Promise<Reply['members']> {
  const [units, names] = await Promise.all([
    organisation.unitsIfKnown(ctx, [...new Set(rows.map(({ unit_code }) => unit_code))]),
    accountNames(
      ctx,
      rows.map(({ account_id }) => account_id),
    ),
  ]);
  return rows.map((row) => ({
    id: row.id,
    unit: organisation.briefOf(units, row.unit_code),
    person: row.account_id === null ? null : (names.get(row.account_id) ?? ''),
    role: row.role,
    seat: row.seat,
    from: row.from_at.toISOString(),
    to: row.to_at?.toISOString() ?? null,
    outReason: row.out_reason,
  }));
}

/** 专题任务 that this person may see. */
export async function taskViews(ctx: Context, campaignId: string): Promise<Reply['tasks']> {
  const purposes = new Map((await campaignTasks(ctx, campaignId)).map((one) => [one.taskId, one]));
  const rows = await tasksOf(ctx, { kind: 'campaign', id: campaignId });
  return rows.flatMap(({ id, taskNo, title, state, unit, dueAt, isLate }) => {
    const known = purposes.get(id);
    if (!known) return [];
    const { purpose, dimension } = known;
    return [{ id, taskNo, purpose, dimension, title, state, unit, dueAt, isLate }];
  });
}
