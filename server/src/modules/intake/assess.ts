import type { intake } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Urgency } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import * as calendar from '../calendar/index.ts';
import * as matters from '../matters/index.ts';
import { type ComputedUrgency, isMoreUrgent, urgencyOf } from './urgency.ts';

/** 紧急程度 by matter, words and hour (domain 4.4). */
export async function assess(
  ctx: Context,
  text: string,
  matterCode: string | undefined,
): Promise<ComputedUrgency & { isNight: boolean }> {
  const [triggers, day, matter] = await Promise.all([
    matters.triggers(ctx),
    calendar.dayFacts(ctx, ctx.now),
    matterCode ? matters.matter(ctx, matterCode) : null,
  ]);
  const computed = urgencyOf({ text, matterUrgency: matter?.urgency ?? 'U3', ...day, triggers });
  return { ...computed, isNight: day.isNight };
}

/** While typing: what raised it, by name. */
export async function assessAppeal(
  ctx: Context,
  input: InputOf<typeof intake.assessAppeal>,
): Promise<ReplyOf<typeof intake.assessAppeal>> {
  const [computed, triggers] = await Promise.all([
    assess(ctx, input.content, input.matterCode),
    matters.triggers(ctx),
  ]);
  const nameOf = (code: string) => triggers.find((trigger) => trigger.code === code)?.name ?? code;
  return {
    urgency: computed.urgency,
    isNight: computed.isNight,
    raisedBy: computed.raisedBy.map(({ trigger, words }) => ({
      trigger: nameOf(trigger),
      words: [...words],
    })),
  };
}

/** What a person chose, against what was computed: anybody may raise, only a shift lead lowers, with a reason. */
export function settleUrgency(
  ctx: Context,
  computed: Urgency,
  chosen: Urgency | undefined,
  reason: string | undefined,
): Urgency {
  if (chosen === undefined || chosen === computed) return computed;
  const isLower = isMoreUrgent(computed, chosen);
  refuseUnless(
    !isLower || (ctx.actor.has('intake.lower-urgency') && reason),
    'intake.lower-urgency',
  );
  return chosen;
}
