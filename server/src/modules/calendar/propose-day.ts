import type { calendar as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { insertCorrection } from './corrections.repo.ts';
import { daysBetween } from './days.repo.ts';
import { mayProposeDay } from './policy.ts';

/** 提出日历更正: what a day is, by which notice. Nothing counts it before another person has confirmed it. */
export async function proposeDay(
  ctx: Context,
  { on, kind, dayName: name, notice: source }: InputOf<typeof contract.proposeDay>,
): Promise<ReplyOf<typeof contract.proposeDay>> {
  demand(mayProposeDay(ctx.actor));
  const proposedBy = ctx.actor.accountId;
  refuseUnless(proposedBy !== null, 'identity.not-permitted');
  const [now] = await daysBetween(ctx, on, on);
  refuseUnless((now?.kind ?? 'plain') !== kind, 'calendar.nothing-new', { day: on });
  const correction = { id: ctx.newId(), on, kind, name, source, proposedBy };
  const isMade = await insertCorrection(ctx, correction);
  refuseUnless(isMade, 'calendar.day-waits', { day: on });
  return { correctionId: correction.id };
}
