import type { RemovalKind } from '@minsheng/contract/words/release.ts';
import type { Context } from '../../platform/context.ts';
import { cityGazetteer } from '../mentions/index.ts';
import { peopleOfOrder, redact } from '../redaction/index.ts';
import { linksOf } from './links.repo.ts';

export interface Found {
  readonly kind: RemovalKind;
  readonly words: string;
  /** A name only guessed from its characters: a person may say that it names nobody. */
  readonly mayBeNobody: boolean;
}

/** So many of a problem's requesters are looked for by name; a text about more tells of nobody in particular. */
const mostPeople = 300;

/** 自动扫描 of words that leave the centre: numbers, homes, plates, names, and the people the problem's appeals know. */
export async function scanOf(
  ctx: Context,
  { entryId, texts }: { entryId: string | null; texts: readonly string[] },
): Promise<Found[]> {
  const places = await cityGazetteer(ctx);
  const known = await peopleOf(ctx, entryId);
  return texts.flatMap((text) =>
    redact(text, { known, places }).removals.map(({ kind, start, end }) => {
      const words = text.slice(start, end);
      const isKnown = [...known.names, ...known.phones].some((one) => words.includes(one));
      return { kind, words, mayBeNobody: kind === 'name' && !isKnown };
    }),
  );
}

async function peopleOf(ctx: Context, entryId: string | null) {
  const names: string[] = [];
  const phones: string[] = [];
  const links = entryId === null ? [] : (await linksOf(ctx, entryId)).slice(0, mostPeople);
  for (const { order_id } of links) {
    const people = await peopleOfOrder(ctx, order_id);
    names.push(...people.names);
    phones.push(...people.phones);
  }
  return { names, phones };
}

/** 还剩下的: what nobody said is nobody. */
export const leftOf = (found: readonly Found[], nobody: readonly string[]): Found[] =>
  found.filter(({ words, mayBeNobody }) => !(mayBeNobody && nobody.includes(words)));
