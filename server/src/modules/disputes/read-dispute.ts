import type { disputes as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { lastRound } from '@minsheng/contract/words/disputes.ts';
import type { Context } from '../../platform/context.ts';
import * as calendar from '../calendar/index.ts';
import { precedentsFor, precedentViews } from '../dispatch/index.ts';
import * as identity from '../identity/index.ts';
import { mayPlanMeeting, meetingAbout, whoWasHeard } from '../meetings/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { withoutPeople } from '../text/index.ts';
import { candidatesFor } from './plan-conference.ts';
import { mayRule } from './policy.ts';
import { type Return, returnsOf } from './returns.repo.ts';

type Reply = ReplyOf<typeof contract.readDispute>;

/** 退单与裁定 of one order, for everybody who may see it: whoever takes it over learns why it came. */
export async function readDispute(ctx: Context, { orderId }: { orderId: string }): Promise<Reply> {
  const order = await orders.findVisible(ctx, orderId);
  const { on } = await calendar.dayFacts(ctx, ctx.now);
  const [returns, precedents] = await Promise.all([
    returnsOf(ctx, orderId),
    precedentsFor(ctx, order, on),
  ]);
  const open = returns.find(({ state }) => state === 'asked');
  return {
    returns: await viewsOf(ctx, order, returns),
    precedents: await precedentViews(ctx, precedents),
    isProblem: order.raised_at !== null,
    leadFixed: order.lead_fixed,
    mayRule: mayRule(ctx.actor, order, open, returns).allowed,
    conference: await conferenceOf(ctx, order, open),
  };
}

/** 会商: from the request of round three until it is ruled. */
async function conferenceOf(
  ctx: Context,
  order: orders.Order,
  open: Return | undefined,
): Promise<Reply['conference']> {
  if (!open || open.round < lastRound) return null;
  const about = { subjectId: order.id, since: open.asked_at };
  const [candidates, meeting] = await Promise.all([
    candidatesFor(ctx, open),
    meetingAbout(ctx, about),
  ]);
  const came = meeting && (await whoWasHeard(ctx, { ...about, meetingId: meeting.id }));
  const units = await organisation.unitsIfKnown(ctx, [...candidates, ...(came ?? [])]);
  const brief = (code: string) => organisation.briefOf(units, code);
  const isNeeded = order.secrecy < 3;
  return {
    candidates: candidates.map(brief),
    meeting: meeting && {
      id: meeting.id,
      title: meeting.title,
      state: meeting.state,
      startsAt: meeting.startsAt.toISOString(),
      came: (came ?? []).map(brief),
    },
    isNeeded,
    mayPlan: isNeeded && meeting === null && mayPlanMeeting(ctx.actor).allowed,
  };
}

async function viewsOf(
  ctx: Context,
  order: orders.Order,
  returns: readonly Return[],
): Promise<Reply['returns']> {
  if (returns.length === 0) return [];
  const codes = returns.flatMap(({ unit_code, proper_unit, new_lead, heard }) =>
    [unit_code, proper_unit, new_lead, ...(heard ?? [])].filter((code) => code !== null),
  );
  const people = returns.flatMap(({ asked_by, signed_by, ruled_by }) =>
    [asked_by, signed_by, ruled_by].filter((id) => id !== null),
  );
  const [units, names, texts] = await Promise.all([
    organisation.unitsIfKnown(ctx, [...new Set(codes)]),
    identity.accountNames(ctx, [...new Set(people)]),
    orders.textsOf(ctx, order.id),
  ]);
  const hide = (text: string) => (order.secrecy >= 1 ? withoutPeople(text) : text);
  const textOf = (no: number) => hide(texts.find((text) => text.no === no)?.content ?? '');
  const brief = (code: string) => organisation.briefOf(units, code);
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? ''));
  return returns.map((one) => ({
    no: one.no,
    assignmentId: one.assignment_id,
    unit: brief(one.unit_code),
    round: one.round,
    reason: one.reason,
    basis: one.basis,
    properUnit: one.proper_unit === null ? null : brief(one.proper_unit),
    words: textOf(one.words_no),
    state: one.state,
    askedAt: one.asked_at.toISOString(),
    askedBy: nameOf(one.asked_by) ?? '',
    signedBy: nameOf(one.signed_by),
    dueAt: one.due_at?.toISOString() ?? null,
    ruledAt: one.ruled_at?.toISOString() ?? null,
    ruledBy: nameOf(one.ruled_by),
    ruling: one.ruling_no === null ? null : textOf(one.ruling_no),
    newLead: one.new_lead === null ? null : brief(one.new_lead),
    meetingId: one.meeting_id,
    heard: (one.heard ?? []).map(brief),
  }));
}
