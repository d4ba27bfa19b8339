import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { keptPerVersion } from './kept.ts';

interface Name {
  name: string;
  code: string;
}

/** Names people write, long ones first; those of one name stand together. */
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
  return known.toSorted((a, b) => b.name.length - a.name.length || (a.name < b.name ? -1 : 1));
});

/**
 * 听出地点: the deepest area a text names. Long names are read first and used up, so that 东铺头街道 does not also name the
 * village 东铺头. A name that several areas share counts only inside a larger area that is named too.
 */
export async function areaNamedIn(ctx: Context, text: string): Promise<string | null> {
  const named = namesIn(await names(ctx), text);
  const deepest = named.toSorted((a, b) => depth(b.code) - depth(a.code));
  const backed = deepest.find(({ code }) => named.some((other) => isInside(code, other.code)));
  if (backed) return backed.code;
  const only = deepest.filter(
    ({ name }) => named.filter((other) => other.name === name).length === 1,
  );
  return only[0]?.code ?? null;
}

function namesIn(all: readonly Name[], text: string): Name[] {
  let rest = text;
  const found: Name[] = [];
  for (const { name, code } of all) {
    if (found.at(-1)?.name === name) found.push({ name, code });
    else if (rest.includes(name)) {
      found.push({ name, code });
      rest = rest.replaceAll(name, '\n');
    }
  }
  return found;
}

const spoken = (name: string): string =>
  name.replace(/(居民委员会|村民委员会|社区居委会|村委会|居委会)$/, '');

const significant = (code: string): string =>
  code.replace(/(000)+$/, '').replace(/^(\d{4})00$/, '$1');

const depth = (code: string): number => significant(code).length;

const isInside = (code: string, larger: string): boolean =>
  depth(code) > depth(larger) && code.startsWith(significant(larger));
