import type { intake } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { isMoreUrgent, type Urgency } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import * as calendar from '../calendar/index.ts';
import * as matters from '../matters/index.ts';
import { type ComputedUrgency, urgencyOf } from './urgency.ts';

export interface Assessed extends ComputedUrgency<matters.Trigger> {
  isNight: boolean;
}

/** 紧急程度 by matter, words and hour (domain 4.4). */
export async function assess(
  ctx: Context,
  text: string,
  matterCode: string | undefined,
): Promise<Assessed> {
  const [triggers, calm, day, matter] = await Promise.all([
    matters.triggers(ctx),
    matters.calmWords(ctx),
    calendar.dayFacts(ctx, ctx.now),
    matterCode ? matters.matter(ctx, matterCode) : null,
  ]);
  const computed = urgencyOf({
    text,
    matterUrgency: matter?.urgency ?? 'U3',
    ...day,
    triggers,
    calm,
  });
  return { ...computed, isNight: day.isNight };
}

/** While typing: what raised it, by name. */
export async function assessAppeal(
  ctx: Context,
  input: InputOf<typeof intake.assessAppeal>,
): Promise<ReplyOf<typeof intake.assessAppeal>> {
  const computed = await assess(ctx, input.content, input.matterCode);
  return {
    urgency: computed.urgency,
    isNight: computed.isNight,
    raisedBy: computed.raisedBy.map(({ trigger, words }) => ({
      trigger: trigger.name,
      words: [...words],
    })),
    doubted: computed.doubted.map(({ trigger, words, calm }) => ({
      trigger: trigger.name,
      words: [...words],
      calm: [...calm],
    })),
  };
}

/** What an order and its first event keep of the assessment. */
export function marksOf({ urgency, raisedBy, heard, doubted }: Assessed) {
  const codes = (some: readonly Assessed['heard'][number][]) =>
    some.map(({ trigger }) => trigger.code);
  return {
    more: { triggers: codes(heard) },
    data: {
      computedUrgency: urgency,
      raisedBy: codes(raisedBy),
      triggers: codes(heard),
      doubted: codes(doubted),
    },
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
