import { conductGroundLabel } from '@minsheng/contract/words/conduct.ts';
import type { Context } from '../../platform/context.ts';
import { addresseeOf, draftLetter } from '../letters/index.ts';
import { cityHour } from '../organisation/index.ts';
import { earlierOf } from './earlier.ts';
import type { Mark } from './marks.repo.ts';
import { clueText } from './text.ts';

const template = 'police-clue';

/**
 * 线索移送函 (66号文(二)): drafted as the clue is granted, approved and numbered by a second person, signed for by the
 * police. Neither the number nor anybody's words stand in it: these are handed over in person.
 */
export async function draftClue(ctx: Context, mark: Mark): Promise<string> {
  const [to, past] = await Promise.all([
    addresseeOf(ctx, template),
    earlierOf(ctx, mark.number_index),
  ]);
  const { on, time } = cityHour(mark.asked_at, ctx.city.zone);
  const { letterId } = await draftLetter(ctx, {
    template,
    slots: {
      subject: clueText.subject,
      facts: clueText.facts(`${on} ${time}`, conductGroundLabel[mark.grounds]),
      earlier: clueText.earlier(past.warnings, past.orders.length, past.unsolved),
    },
    toUnits: [to],
  });
  return letterId;
}
