import type pg from 'pg';
import { z } from 'zod';

/** Of a plan, as much as is looked at. */
interface Plan {
  readonly Schema?: string | undefined;
  readonly 'Relation Name'?: string | undefined;
  readonly Alias?: string | undefined;
  readonly Plans?: readonly Plan[] | undefined;
  readonly [condition: string]: unknown;
}
const plan: z.ZodType<Plan> = z.lazy(() =>
  z.looseObject({
    Schema: z.string().optional(),
    'Relation Name': z.string().optional(),
    Alias: z.string().optional(),
    Plans: z.array(plan).optional(),
  }),
);
const explained = z.tuple([z.looseObject({ Plan: plan })]);

const isPlanned = /^\s*(?:\/\*.*?\*\/\s*)?(?:select|with|insert|update|delete|merge)\b/is;
const own = ['Index Cond', 'Recheck Cond', 'Filter', 'TID Cond'] as const;
const joining = ['Hash Cond', 'Merge Cond', 'Join Filter'] as const;

export interface Gone {
  /** Tables of cities it goes through, months taken together. */
  readonly through: readonly string[];
  /** Of these, those of which it says no city. */
  readonly cityLess: readonly string[];
}

/** Tables that hold rows of cities, their months too. */
export async function tablesOfCities(client: pg.ClientBase): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ name: string }>(
    `select table_schema || '.' || table_name as name
     from information_schema.columns
     where column_name = 'city_id'`,
  );
  return new Set(rows.map(({ name }) => name));
}

/**
 * Which tables of cities a statement goes through, and of which of them it does not say the city, by its plan: every way
 * PostgreSQL goes through one carries `city_id = …`, its own or that of a join. Asked of the database instead of the text, so
 * that a view, a function in line and a condition carried over by a join count as what they are. What is inserted has its city
 * in a column that must be filled.
 */
export async function goneThrough(
  client: pg.ClientBase,
  ofCities: ReadonlySet<string>,
  text: string,
): Promise<Gone> {
  if (!isPlanned.test(text)) return { through: [], cityLess: [] };
  const { rows } = await client.query<{ 'QUERY PLAN': unknown }>(
    `explain (generic_plan, verbose, format json) ${text}`,
  );
  const [{ Plan: root }] = explained.parse(rows[0]?.['QUERY PLAN']);
  const all = partsOf(root);
  const joins = all.flatMap((part) => textsOf(part, joining)).join('\n');
  const ways = all.filter(
    (part) => part['Node Type'] !== 'ModifyTable' && ofCities.has(nameOf(part)),
  );
  return {
    through: namesOf(ways),
    cityLess: namesOf(ways.filter((part) => !saysCity(part, joins))),
  };
}

/** A bitmap's own condition stands below it, and again above. */
function saysCity(part: Plan, joins: string): boolean {
  if (textsOf(part, own).some((text) => /\bcity_id = /.test(text))) return true;
  const alias = part.Alias ?? '';
  return new RegExp(`\\b${alias}\\.city_id = |= ${alias}\\.city_id\\b`).test(joins);
}

const partsOf = (root: Plan): Plan[] => [root, ...(root.Plans ?? []).flatMap(partsOf)];

const textsOf = (part: Plan, names: readonly string[]): string[] =>
  names.map((name) => part[name]).filter((value) => typeof value === 'string');

const nameOf = (part: Plan): string => `${part.Schema}.${part['Relation Name']}`;

const namesOf = (parts: readonly Plan[]): string[] => [
  ...new Set(parts.map((part) => nameOf(part).replace(/_\d{4}_\d{2}$/, ''))),
];
