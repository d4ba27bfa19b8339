import type { campaigns as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { workersIn } from '../identity/index.ts';
import { planMeeting } from '../meetings/index.ts';
import * as organisation from '../organisation/index.ts';
import { giveTask } from '../tasks/index.ts';
import { insertCampaignTask } from './campaign-tasks.repo.ts';
import { findCampaign, lockCampaign } from './campaigns.repo.ts';
import { entriesAt } from './entries.repo.ts';
import { endMembership, findMember, insertMember, membersOf } from './members.repo.ts';
import { mayWork } from './policy.ts';
import { campaignText } from './text.ts';

/** 组建专班. */
export async function addMember(
  ctx: Context,
  { campaignId, unit: code, accountId, role, seat }: InputOf<typeof contract.addMember>,
): Promise<{ memberId: string }> {
  const campaign = await lockCampaign(ctx, campaignId);
  demand(mayWork(ctx.actor, campaign));
  const unit = await organisation.unit(ctx, code);
  if (accountId) {
    const people = await workersIn(ctx, [code]);
    refuseUnless(
      people.some(({ id }) => id === accountId),
      'campaigns.not-the-person',
    );
  }
  const id = ctx.newId();
  const isNew = await insertMember(ctx, {
    id,
    campaign_id: campaignId,
    unit_code: unit.code,
    unit_path: unit.path,
    account_id: accountId ?? null,
    role,
    seat,
  });
  refuseUnless(isNew, 'campaigns.member-already');
  tell(ctx, { kind: 'campaign', id: campaignId }, 'campaigns.joined', { member: id, unit: code });
  announce(ctx, 'campaigns');
  return { memberId: id };
}

/** 离开专班: whoever was in it stays in its history. */
export async function endMember(
  ctx: Context,
  { memberId, reason }: InputOf<typeof contract.endMember>,
): Promise<{ done: true }> {
  const member = await findMember(ctx, memberId);
  refuseUnless(member, 'campaigns.no-such-member');
  demand(mayWork(ctx.actor, await lockCampaign(ctx, member.campaign_id)));
  refuseUnless(await endMembership(ctx, member, reason), 'campaigns.no-such-member');
  const subject = { kind: 'campaign', id: member.campaign_id } as const;
  tell(ctx, subject, 'campaigns.left', { member: memberId, unit: member.unit_code });
  announce(ctx, 'campaigns');
  return { done: true };
}

const mostEntries = 300;

/** 会商: the units of the task force are called, the chosen problems are the agenda. */
export async function planConsultation(
  ctx: Context,
  { campaignId, place, startsAt, entryIds }: InputOf<typeof contract.planConsultation>,
): Promise<{ meetingId: string }> {
  const campaign = await findCampaign(ctx, campaignId);
  demand(mayWork(ctx.actor, campaign));
  const sitting = (await membersOf(ctx, campaignId)).filter(({ to_at }) => to_at === null);
  const units = [...new Set(sitting.map(({ unit_code }) => unit_code))];
  refuseUnless(units.length > 0, 'campaigns.no-force');
  const all = await entriesAt(ctx, { at: ctx.now, campaignId, most: mostEntries });
  const chosen = all.filter(({ id }) => entryIds.includes(id));
  refuseUnless(chosen.length === new Set(entryIds).size, 'campaigns.no-such-entry');
  return planMeeting(ctx, {
    title: campaignText.consultation(campaign.title),
    place,
    startsAt,
    units,
    agenda: chosen.map(({ id, no, name, appeals }) => ({
      title: campaignText.agendaItem({ no, name, appeals }),
      subject: { kind: 'campaign-entry' as const, id },
    })),
  });
}

/** 交办: a task like any other, that belongs to the campaign; what it is for stands beside it. */
export async function giveCampaignTask(
  ctx: Context,
  input: InputOf<typeof contract.giveCampaignTask>,
): Promise<{ taskId: string; taskNo: string; dueAt: string }> {
  const { campaignId, purpose, dimension, ...asked } = input;
  const campaign = await findCampaign(ctx, campaignId);
  demand(mayWork(ctx.actor, campaign));
  const given = await giveTask(ctx, {
    ...asked,
    kind: purpose === 'leaders-note' ? 'leaders-note' : 'assigned',
    subject: { kind: 'campaign', id: campaignId },
  });
  const { taskId } = given;
  await insertCampaignTask(ctx, { campaignId, taskId, purpose, dimension: dimension ?? null });
  announce(ctx, 'campaigns');
  return given;
}
