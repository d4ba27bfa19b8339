import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { keptPerVersion } from './kept.ts';

interface Name {
  name: string;
  code: string;
}

/** Names people write, the deepest area first: villages before towns, long names before short ones, nicknames last. */
const names = keptPerVersion(async (ctx: Context): Promise<readonly Name[]> => {
  const tables = tablesOf<'organisation'>(ctx.tx);
  const [areas, aliases] = await Promise.all([
    tables
      .selectFrom('organisation.area')
      .select(['code', 'name', 'level'])
      .where('city_id', '=', ctx.cityId)
      .execute(),
    tables
      .selectFrom('organisation.alias')
      .select(['alias', 'area'])
      .where('city_id', '=', ctx.cityId)
      .execute(),
  ]);
  const own = areas
    .filter(({ level }) => level !== 'city')
    .map(({ code, name }) => ({ code, name: spoken(name) }))
    // Two characters name too many other things.
    .filter(({ name }) => name.length >= 3);
  const known = [...own, ...aliases.map(({ alias, area }) => ({ name: alias, code: area }))];
  return known.toSorted((a, b) => depth(b.code) - depth(a.code) || b.name.length - a.name.length);
});

/** 听出地点: the deepest area a text names; among several of one depth, one inside a larger area that is named too. */
export async function areaNamedIn(ctx: Context, text: string): Promise<string | null> {
  const named = (await names(ctx)).filter(({ name }) => text.includes(name));
  const backed = named.find(({ code }) => named.some((other) => isInside(code, other.code)));
  // A village named alone may stand in three towns: only a name that is its own is taken without a larger one.
  const alone = named.filter(({ code }) => depth(code) === depth(named[0]?.code ?? ''));
  if (backed) return backed.code;
  return alone.length === 1 ? (alone[0]?.code ?? null) : null;
}

const spoken = (name: string): string =>
  name.replace(/(居民委员会|村民委员会|社区居委会|村委会|居委会)$/, '');

const significant = (code: string): string =>
  code.replace(/(000)+$/, '').replace(/^(\d{4})00$/, '$1');

const depth = (code: string): number => significant(code).length;

const isInside = (code: string, larger: string): boolean =>
  depth(code) > depth(larger) && code.startsWith(significant(larger));
