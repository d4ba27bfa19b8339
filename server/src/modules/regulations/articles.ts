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
  // As they came into force, whenever somebody entered them.
  const changes = (await changesOf(ctx, code)).toSorted((a, b) =>
    a.in_force_on < b.in_force_on ? -1 : Number(a.in_force_on > b.in_force_on),
  );
  for (const { article, gist, in_force_on } of changes)
    if (article !== null && gist !== null && in_force_on <= today) gists.set(article, gist);
  return [...gists].map(([article, gist]) => ({ article, gist }));
}

/** 引用到哪几条, the longer names first, so that one inside another is not taken for it; none: the document alone. */
export function articlesIn({ cites }: Citing, articles: readonly Article[]): string[] {
  const names = articles.map(({ article }) => article).toSorted((a, b) => b.length - a.length);
  let rest = cites;
  return names.filter((name) => {
    const isNamed = rest.includes(name);
    rest = rest.replaceAll(name, '\n');
    return isNamed;
  });
}
