import type { Context } from '../../platform/context.ts';
import * as danger from '../danger/index.ts';
import * as matters from '../matters/index.ts';
import { readCode } from './assess.ts';
import { heardIn } from './hear-trigger.ts';

export interface WhyUrgent {
  readonly name: string;
  readonly words: readonly string[];
  /** 规则 or 识别. */
  readonly by: 'rule' | 'reading';
}

/** 因何紧急: of an order that was assessed, by which rules and what the reading took it for, with the words that are in it now. */
export async function whyUrgent(
  ctx: Context,
  { triggers, text }: { triggers: readonly string[]; text: string },
): Promise<WhyUrgent[]> {
  if (triggers.length === 0) return [];
  const [known, kinds] = await Promise.all([matters.triggers(ctx), matters.dangerKinds(ctx)]);
  const kind = kinds.find(({ code }) => triggers.includes(readCode(code)));
  const read = kind ? await danger.readAppeal(ctx, text) : null;
  return [
    ...known
      .filter(({ code }) => triggers.includes(code))
      .map((trigger) => ({
        name: trigger.name,
        words: heardIn(text, trigger) ?? [],
        by: 'rule' as const,
      })),
    ...(kind ? [{ name: kind.name, words: read?.words ?? [], by: 'reading' as const }] : []),
  ];
}
