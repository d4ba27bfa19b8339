import type { city } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { cityHour } from './city-hour.ts';
import { keptPerVersion } from './kept.ts';
import { allUnits, type ListedUnit } from './units.repo.ts';

type Search = InputOf<typeof city.searchUnits>;
type Reply = ReplyOf<typeof city.searchUnits>;

const units = keptPerVersion(async (ctx: Context) => {
  const rows = await allUnits(ctx);
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  return rows.map((row) => ({ ...row, parentName: names.get(row.parent ?? '') ?? null }));
});

const shownCap = 50;

/** 单位检索 by name, short name or code (its department's slug too: `zjj`); the whole name first, then the higher unit. */
export async function searchUnits(ctx: Context, { q, kind, parent }: Search): Promise<Reply> {
  const words = q?.trim().toLowerCase() ?? '';
  const { on } = cityHour(ctx.now, ctx.city.zone);
  const found = (await units(ctx))
    .filter((unit) => kind === undefined || unit.kind === kind)
    .filter((unit) => parent === undefined || unit.parent === parent)
    .map((unit) => ({ unit, weight: words === '' ? 1 : weightOf(unit, words) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight || depth(a.unit) - depth(b.unit))
    .slice(0, shownCap);
  return {
    rows: found.map(({ unit }) => ({
      code: unit.code,
      name: unit.name,
      kind: unit.kind,
      path: unit.path,
      parentName: unit.parentName,
      takesOrders: unit.takes_orders,
      isOpen: unit.valid_to === null || on <= unit.valid_to,
    })),
  };
}

function weightOf({ code, name, short }: ListedUnit, words: string): number {
  const slug = code.split('.')[1];
  if (words === short || words === name || words === code || words === slug) return 4;
  if (name.startsWith(words) || short.startsWith(words) || code.startsWith(words)) return 3;
  if (name.includes(words) || short.includes(words)) return 2;
  return hasInOrder(name, words) ? 1 : 0;
}

/** 东山人社 lies in 东山县人力资源和社会保障局. */
function hasInOrder(name: string, words: string): boolean {
  let from = 0;
  for (const character of words) {
    const at = name.indexOf(character, from);
    if (at < 0) return false;
    from = at + character.length;
  }
  return true;
}

const depth = ({ path }: ListedUnit): number => path.split('/').length;
