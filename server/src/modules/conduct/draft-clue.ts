import { conductGroundLabel } from '@minsheng/contract/words/conduct.ts';
import type { Context } from '../../platform/context.ts';
import { addresseeOf, draftLetter } from '../letters/index.ts';
import { cityHour } from '../organisation/index.ts';
import { earlierOf, isUnsolved } from './earlier.ts';
import type { Mark } from './marks.repo.ts';
import { clueText } from './text.ts';

const template = 'police-clue';

/**
 * 线索移送函 (66号文(二)): drafted as the clue is granted, approved and numbered by a second person, signed for by the
 * police. Neither the number nor anybody's words stand in it: these are handed over in person. Orders that are shown to
 * nobody beside a number are not counted either: the letter would tell whose an anonymous one is (domain 2.11).
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
      earlier: clueText.earlier(
        past.warnings,
        past.orders.length,
        past.orders.filter(isUnsolved).length,
      ),
    },
    toUnits: [to],
  });
  return letterId;
}
