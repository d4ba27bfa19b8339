import { indicatorTable } from '@minsheng/contract';
import type { CitingKind } from '@minsheng/contract/words/regulations.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { dayOf } from '../../platform/zone.ts';

/** 引用它的规则, with the words in which it is cited. */
export interface Citing {
  readonly kind: CitingKind;
  readonly key: string;
  readonly label: string;
  readonly cites: string;
}

/** Not what documents and their articles say of themselves. */
const ownKinds = ['regulation', 'regulation-article'];

/**
 * 哪些规则引用它: wherever a rule of the city, a row of the catalogue, an entry of the knowledge base or the table of
 * indicators names the document. These are thousands of rows of one city, not orders.
 */
export async function citingOf(ctx: Context, names: readonly string[]): Promise<Citing[]> {
  const like = names.map((name) => `%${escaped(name)}%`);
  const today = dayOf(ctx.now.getTime(), ctx.city.zone);
  const { rows } = await sql<Citing>`
    select 'catalogue' as kind, id as key, matter || ' ' || area as label, basis as cites
    from dispatch.catalogue_row
    where city_id = ${ctx.cityId} and basis like any (${like}::text[])
      and (valid_to is null or valid_to >= ${today})
    union all
    select case r.kind when 'statutory-limit' then r.kind when 'linkage-basis' then r.kind else 'rule' end,
      r.kind || ':' || r.key,
      coalesce(r.definition ->> 'stage', r.definition ->> 'name', r.definition ->> 'act', r.key), v.value
    from matters.rule as r
    cross join lateral jsonb_each_text(r.definition) as v
    where r.city_id = ${ctx.cityId} and r.kind <> all (${ownKinds}::text[])
      and v.key in ('basis', 'source', 'note', 'reason', 'article') and v.value like any (${like}::text[])
    union all
    select 'knowledge', e.code, e.definition ->> 'title', e.definition ->> 'basis'
    from knowledge.entry as e
    where e.city_id = ${ctx.cityId} and e.definition ->> 'basis' like any (${like}::text[])
    order by 1, 2`.execute(ctx.tx);
  return [...rows, ...ofIndicators(names)];
}

const escaped = (name: string): string => name.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);

const ofIndicators = (names: readonly string[]): Citing[] =>
  Object.entries(indicatorTable).flatMap(([id, { name, rule }]) =>
    names.some((one) => rule.includes(one))
      ? [{ kind: 'indicator' as const, key: id, label: name, cites: rule }]
      : [],
  );
