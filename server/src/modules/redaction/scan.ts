import type { RemovalKind } from '@minsheng/contract/words/release.ts';
import type { Context } from '../../platform/context.ts';
import { cityGazetteer } from '../mentions/index.ts';
import { peopleOfOrder } from './people-of-order.ts';
import type { KnownPeople } from './personal.ts';
import { redact } from './redact.ts';

export interface Found {
  readonly kind: RemovalKind;
  readonly words: string;
  /** A name only guessed from its characters: a person may say that it names nobody. */
  readonly mayBeNobody: boolean;
}

/** So many requesters are looked for by name; a text about more tells of nobody in particular. */
const mostPeople = 300;

interface Asked {
  readonly texts: readonly string[];
  /** Whose requesters are known by name and number. */
  readonly orderIds: readonly string[];
  /** Other people the text is likely to name. */
  readonly people?: KnownPeople;
}

/** 自动扫描 of words that leave the centre: numbers, homes, plates, names, and the people the orders know. */
export async function scanTexts(
  ctx: Context,
  { texts, orderIds, people }: Asked,
): Promise<Found[]> {
  const places = await cityGazetteer(ctx);
  const names = [...(people?.names ?? [])];
  const phones = [...(people?.phones ?? [])];
  for (const orderId of orderIds.slice(0, mostPeople)) {
    const own = await peopleOfOrder(ctx, orderId);
    names.push(...own.names);
    phones.push(...own.phones);
  }
  const known = { names, phones };
  return texts.flatMap((text) =>
    redact(text, { known, places }).removals.map(({ kind, start, end }) => {
      const words = text.slice(start, end);
      const isKnown = [...names, ...phones].some((one) => words.includes(one));
      return { kind, words, mayBeNobody: kind === 'name' && !isKnown };
    }),
  );
}

/** 还剩下的: what nobody said is nobody. */
export const leftOf = (found: readonly Found[], nobody: readonly string[]): Found[] =>
  found.filter(({ words, mayBeNobody }) => !(mayBeNobody && nobody.includes(words)));
