import { isMoreUrgent, type Urgency } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import * as matters from '../matters/index.ts';
import * as organisation from '../organisation/index.ts';
import { assess, marksOf, type ToldAt } from './assess.ts';
import { nameMatter } from './name-matter.ts';

export interface ReadWords {
  matter: matters.Matter;
  /** Named by the words, not by the citizen. */
  isGuessed: boolean;
  urgency: Urgency;
  marks: ReturnType<typeof marksOf>;
}

/** 听懂诉求: what the words are about and how urgent it is, before a person has read them; all a rule has at night. */
export async function readWords(
  ctx: Context,
  { content, matterCode, ...place }: ToldAt & { content: string; matterCode?: string | undefined },
): Promise<ReadWords> {
  const guessed = matterCode ? null : await matters.namedIn(ctx, content);
  const [computed, { facts }] = await Promise.all([
    assess(ctx, content, matterCode ?? guessed ?? undefined, place),
    organisation.cityWords(ctx),
  ]);
  const chosen = matterCode ?? null;
  const named = nameMatter({ text: content, chosen, guessed, heard: computed.heard });
  const matter = await matters.matter(ctx, named ?? facts.unsortedMatter);
  return {
    matter,
    isGuessed: named !== null && named !== chosen,
    urgency: isMoreUrgent(matter.urgency, computed.urgency) ? matter.urgency : computed.urgency,
    marks: marksOf(computed),
  };
}
