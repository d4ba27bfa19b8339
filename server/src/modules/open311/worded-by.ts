import type { Context } from '../../platform/context.ts';
import * as organisation from '../organisation/index.ts';
import type { Wanted } from './requests.repo.ts';
import type { Service } from './services.repo.ts';

/**
 * 检索 (`q`): in what is published alone, the names of services and of towns. The words of whoever asked are not, so that
 * nobody learns by trying what they say.
 */
export async function wordedBy(
  ctx: Context,
  services: readonly Service[],
  words: readonly string[],
): Promise<Wanted> {
  const ofPlaces = words.filter((word) => !services.some((one) => isNamed(one, word)));
  const offered = services
    .filter((one) => words.every((word) => ofPlaces.includes(word) || isNamed(one, word)))
    .map(({ matter }) => matter);
  return { offered, towns: ofPlaces.length === 0 ? null : await townsNamed(ctx, ofPlaces) };
}

const isNamed = ({ name, group, keywords }: Service, word: string): boolean =>
  [name, group, ...keywords].some((one) => one.toLowerCase().includes(word.toLowerCase()));

async function townsNamed(ctx: Context, words: readonly string[]): Promise<string[]> {
  const towns = (await organisation.allAreas(ctx)).filter(({ level }) => level === 'town');
  return towns
    .filter(({ full_name }) => words.every((word) => full_name.includes(word)))
    .map(({ code }) => code.slice(0, 9));
}
