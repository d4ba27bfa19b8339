import type { knowledge } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { pinyin } from 'pinyin-pro';
import type { Context } from '../../platform/context.ts';
import { keptPerVersion } from '../organisation/index.ts';
import { bigramsOf, normalise } from '../text/index.ts';
import { type Entry, entries, isExpired } from './entries.ts';

interface Indexed {
  entry: Entry;
  title: string;
  all: string;
  initials: string;
  pairs: ReadonlySet<string>;
}

const index = keptPerVersion(
  async (ctx: Context): Promise<readonly Indexed[]> =>
    (await entries(ctx)).map((entry) => {
      const all = normalise(
        [entry.title, ...entry.questions, ...entry.keywords, entry.answer].join(' '),
      );
      return {
        entry,
        title: normalise([entry.title, ...entry.questions, ...entry.keywords].join(' ')),
        all,
        initials: [entry.title, ...entry.keywords]
          .map((words) =>
            pinyin(words, { pattern: 'first', toneType: 'none', type: 'array' }).join(''),
          )
          .join(' '),
        pairs: new Set(bigramsOf(all)),
      };
    }),
);

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

function weightOf({ title, all, initials, pairs }: Indexed, asked: string): number {
  if (title.includes(asked)) return 4;
  if (/^[a-z]+$/.test(asked) && initials.includes(asked)) return 3;
  if (all.includes(asked)) return 2;
  const wanted = bigramsOf(asked);
  const shared = wanted.filter((pair) => pairs.has(pair)).length;
  return wanted.length > 0 && shared / wanted.length >= 0.5 ? shared / wanted.length : 0;
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
});
