import type { intake } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { isMoreUrgent, type Urgency } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import type { Spot } from '../../platform/metres.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import * as calendar from '../calendar/index.ts';
import * as danger from '../danger/index.ts';
import * as matters from '../matters/index.ts';
import { type ComputedUrgency, urgencyOf } from './urgency.ts';

export interface Assessed extends ComputedUrgency<matters.Trigger> {
  isNight: boolean;
  matterUrgency: Urgency;
  read: danger.Read | null;
}

/** Where it is told of, as far as anybody said. */
export interface ToldAt {
  readonly point?: Spot | null | undefined;
  readonly address?: string | undefined;
}

/** 紧急程度 by matter, words, place and hour (domain 4.4), and by what the words sound like. */
export async function assess(
  ctx: Context,
  text: string,
  matterCode: string | undefined,
  place: ToldAt,
): Promise<Assessed> {
  const [triggers, calm, day, read, matter, isNearQuiet] = await Promise.all([
    matters.triggers(ctx),
    matters.calmWords(ctx),
    calendar.dayFacts(ctx, ctx.now),
    danger.readAppeal(ctx, text),
    matterCode ? matters.matter(ctx, matterCode) : null,
    matters.nearQuiet(ctx, {
      point: place.point ?? null,
      words: `${place.address ?? ''}。${text}`,
    }),
  ]);
  const matterUrgency = matter?.urgency ?? 'U3';
  const computed = urgencyOf({
    text,
    matterUrgency,
    ...day,
    isNearQuiet,
    triggers,
    calm,
    reading: read,
  });
  return { ...computed, isNight: day.isNight, matterUrgency, read };
}

/** While typing: what raised it, by name. */
export async function assessAppeal(
  ctx: Context,
  input: InputOf<typeof intake.assessAppeal>,
): Promise<ReplyOf<typeof intake.assessAppeal>> {
  const computed = await assess(ctx, input.content, input.matterCode, input);
  return {
    urgency: computed.urgency,
    ruled: computed.ruled,
    proposed: computed.proposed && {
      urgency: computed.proposed.urgency,
      kind: computed.proposed.reading.kind.name,
      words: [...computed.proposed.reading.words],
    },
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

/** 识别 is kept among the triggers under a name of its own. */
export const readCode = (kind: string): string => `read:${kind}`;

/** What an order and its first event keep of the assessment. */
export function marksOf({ urgency, raisedBy, heard, doubted, proposed, read }: Assessed) {
  const codes = (some: readonly Assessed['heard'][number][]) =>
    some.map(({ trigger }) => trigger.code);
  const triggers = [
    ...codes(heard),
    ...(proposed === null ? [] : [readCode(proposed.reading.kind.code)]),
  ];
  return {
    more: { triggers },
    data: {
      computedUrgency: urgency,
      raisedBy: codes(raisedBy),
      triggers,
      doubted: codes(doubted),
      proposed: proposed?.urgency ?? null,
      read: read && {
        kind: read.kind.code,
        hundredths: Math.round(read.strength * 100),
        model: read.model,
      },
    },
  };
}

/** What a person chose, against what was computed: anybody may raise or decline what was only read, only a shift lead lowers what is ruled, with a reason. */
export function settleUrgency(
  ctx: Context,
  { urgency, ruled }: Pick<Assessed, 'urgency' | 'ruled'>,
  chosen: Urgency | undefined,
  reason: string | undefined,
): Urgency {
  if (chosen === undefined || chosen === urgency) return urgency;
  const isLower = isMoreUrgent(ruled, chosen);
  refuseUnless(
    !isLower || (ctx.actor.has('intake.lower-urgency') && reason),
    'intake.lower-urgency',
  );
  return chosen;
}
