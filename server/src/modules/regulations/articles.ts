import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { dayOf } from '../../platform/zone.ts';
import * as matters from '../matters/index.ts';
import { changesOf } from './changes.repo.ts';
import type { Citing } from './citing.repo.ts';

export interface Article {
  readonly article: string;
  readonly gist: string;
}

/** Refuses `regulations.no-such-regulation`. */
export async function regulationOf(ctx: Context, code: string): Promise<matters.Regulation> {
  const found = (await matters.regulations(ctx)).find((one) => one.code === code);
  refuseUnless(found, 'regulations.no-such-regulation');
  return found;
}

/** 条款要点 as they are in force today: what the city's data says, and over it what changed since. */
export async function articlesOf(ctx: Context, code: string): Promise<Article[]> {
  const own = (await matters.regulationArticles(ctx)).filter(
    ({ regulation }) => regulation === code,
  );
  const gists = new Map(own.map(({ article, gist }) => [article, gist]));
  const today = dayOf(ctx.now.getTime(), ctx.city.zone);
  for (const { article, gist, in_force_on } of await changesOf(ctx, code))
    if (article !== null && gist !== null && in_force_on <= today) gists.set(article, gist);
  return [...gists].map(([article, gist]) => ({ article, gist }));
}

/** 引用到哪一条: the longest article whose name stands in the citing words; null: the document alone. */
export function articleIn({ cites }: Citing, articles: readonly Article[]): string | null {
  const [longest = null] = articles
    .filter(({ article }) => cites.includes(article))
    .map(({ article }) => article)
    .toSorted((a, b) => b.length - a.length);
  return longest;
}
