import type { knowledge } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { pinyin } from 'pinyin-pro';
import type { Context } from '../../platform/context.ts';
import { keptPerVersion } from '../organisation/index.ts';
import { bigramsOf, normalise } from '../text/index.ts';
import { type Entry, entries, isExpired, isPublic } from './entries.ts';

interface Indexed {
  entry: Entry;
  title: string;
  questions: string;
  keywords: readonly string[];
  answer: string;
  initials: readonly string[];
  pairs: ReadonlySet<string>;
}

const index = keptPerVersion(
  async (ctx: Context): Promise<readonly Indexed[]> => (await entries(ctx)).map(indexedOf),
);

function indexedOf(entry: Entry): Indexed {
  const [title, questions, answer] = [
    normalise(entry.title),
    normalise(entry.questions.join(' ')),
    normalise(entry.answer),
  ];
  const keywords = entry.keywords.map(normalise);
  const all = [title, questions, ...keywords, answer].join(' ');
  return {
    entry,
    title,
    questions,
    keywords,
    answer,
    initials: [...entry.keywords, entry.title].map(initialsOf),
    pairs: new Set(bigramsOf(all)),
  };
}

const initialsOf = (words: string): string =>
  pinyin(words, { pattern: 'first', toneType: 'none', type: 'array' }).join('');

const shownCap = 20;

/** 知识检索 by words or pinyin initials; valid entries before expired ones of the same weight. */
export async function searchKnowledge(
  ctx: Context,
  input: InputOf<typeof knowledge.searchKnowledge>,
): Promise<ReplyOf<typeof knowledge.searchKnowledge>> {
  const asked = normalise(input.q ?? '');
  const found = (await index(ctx))
    .filter(
      ({ entry }) =>
        !input.matter || entry.matters.some((code) => code.startsWith(input.matter ?? '')),
    )
    .map((indexed) => ({
      entry: indexed.entry,
      weight: asked === '' ? 1 : weightOf(indexed, asked),
    }))
    .filter(({ weight }) => weight > 0)
    .map((hit) => ({ ...hit, expired: isExpired(ctx, hit.entry) }))
    .toSorted((a, b) => b.weight - a.weight || Number(a.expired) - Number(b.expired));
  return { rows: found.slice(0, shownCap).map(({ entry, expired }) => viewOf(entry, expired)) };
}

/** What the entry is about weighs more than what it mentions; a whole keyword more than a part of one. */
function weightOf(indexed: Indexed, asked: string): number {
  const { title, questions, keywords, answer, initials } = indexed;
  if (keywords.includes(asked)) return 8;
  if (title.includes(asked)) return 7;
  if (keywords.some((keyword) => keyword.includes(asked))) return 6;
  if (questions.includes(asked)) return 5;
  if (/^[a-z]+$/.test(asked)) {
    if (initials.includes(asked)) return 4;
    if (initials.some((letters) => letters.includes(asked))) return 3;
  }
  return answer.includes(asked) ? 2 : sharedPairs(indexed, asked);
}

/** A whole sentence somebody said: at least half of its pairs of characters stand in the entry. */
function sharedPairs({ pairs }: Indexed, asked: string): number {
  const wanted = bigramsOf(asked);
  const share = wanted.filter((pair) => pairs.has(pair)).length / Math.max(1, wanted.length);
  return share >= 0.5 ? share : 0;
}

const viewOf = (entry: Entry, expired: boolean) => ({
  code: entry.code,
  title: entry.title,
  answer: entry.answer,
  ownerName: entry.ownerName,
  basis: entry.basis,
  validFrom: entry.validFrom,
  validUntil: entry.validUntil,
  isExpired: expired,
  invented: entry.mark === 'invented',
  matters: entry.matters,
  isPublic: isPublic(entry),
  forms: entry.forms.map(({ title }) => title),
  links: entry.links,
});
