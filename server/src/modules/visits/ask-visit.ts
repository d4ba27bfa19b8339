import type { visits as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, isNew, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { dayOf } from '../../platform/zone.ts';
import { notify } from '../notices/index.ts';
import * as organisation from '../organisation/index.ts';
import { checklistOf } from './checklists.ts';
import { demandConcern, refuseOwnWork } from './concern.ts';
import { mayAsk, mayCancel } from './policy.ts';
import { visitBy } from './visit-wait.ts';
import { visitorsIn } from './visitors.ts';
import { change, insert, lockVisible } from './visits.repo.ts';

export const visitSubject = (id: string) => ({ kind: 'visit', id }) as const;

type Asked = InputOf<typeof contract.askVisit>;

/** 派现场核查. The door for every module that wants somebody to go and look. */
export async function askVisit(ctx: Context, input: Asked): Promise<{ visitId: string }> {
  demand(mayAsk(ctx.actor));
  return planVisit(ctx, input);
}

/** For a unit that plans to go itself: whoever calls has asked whether it may, by a permission of its own. */
export async function planVisit(ctx: Context, input: Asked): Promise<{ visitId: string }> {
  const today = dayOf(ctx.now.getTime(), ctx.city.zone);
  refuseUnless(input.visitBy >= today, 'visits.past-day');
  const [checklist, unit] = await Promise.all([
    checklistOf(ctx, input.checklist),
    organisation.unit(ctx, input.visitorUnit),
  ]);
  await refuseStranger(ctx, input);
  if (input.concern) {
    await demandConcern(ctx, input.concern);
    await refuseOwnWork(ctx, input.concern, unit);
  }
  const visitId = ctx.newId();
  await insert(ctx, {
    id: visitId,
    purpose: input.purpose,
    concern_kind: input.concern?.kind ?? null,
    concern_id: input.concern?.id ?? null,
    checklist: checklist.code,
    items: checklist.items,
    visitor_unit: unit.code,
    visitor_path: unit.path,
    visitor_id: input.visitorId ?? null,
    place: input.place,
    lng: input.point?.lng ?? null,
    lat: input.point?.lat ?? null,
    what: input.what,
    visit_by: input.visitBy,
  });
  await visitBy(ctx, visitId, input.visitBy);
  await tellVisitor(ctx, unit.code, input.visitBy);
  isNew(ctx, visitSubject(visitId));
  tell(ctx, visitSubject(visitId), 'visits.asked', {
    purpose: input.purpose,
    checklist: checklist.code,
    unit: unit.code,
    ...(input.concern && { concern: input.concern.kind, about: input.concern.id }),
  });
  announce(ctx, 'visits');
  return { visitId };
}

async function refuseStranger(ctx: Context, { visitorId, visitorUnit }: Asked): Promise<void> {
  if (visitorId === undefined) return;
  const visitors = await visitorsIn(ctx, visitorUnit);
  refuseUnless(
    visitors.some(({ accountId }) => accountId === visitorId),
    'visits.visitor-not-there',
  );
}

const tellVisitor = (ctx: Context, unitCode: string, due: string): Promise<void> =>
  notify(ctx, {
    template: 'visit-asked',
    channel: 'sms',
    to: { kind: 'duty', unitCode, position: 1 },
    facts: { due },
    urgent: false,
  });

/** 取消核查, as long as nobody has finished it. */
export async function cancelVisit(
  ctx: Context,
  { visitId, reason }: InputOf<typeof contract.cancelVisit>,
): Promise<{ done: true }> {
  const visit = await lockVisible(ctx, visitId);
  demand(mayCancel(ctx.actor, visit));
  await change(ctx, visitId, {
    state: 'cancelled',
    cancelled_by: ctx.actor.accountId,
    cancelled_at: ctx.now,
    cancelled_reason: reason,
  });
  tell(ctx, visitSubject(visitId), 'visits.cancelled', {});
  announce(ctx, 'visits');
  return { done: true };
}
