import type { EventType } from '@minsheng/contract/words/events.ts';
import { canonicalJson, type Json } from '../../server/src/platform/json.ts';

type Happened = readonly [EventType, number, Readonly<Record<string, Json>>];

// Between % stands what each order has of its own.
const history: readonly [Happened, Happened, Happened] = [
  ['intake.accepted', 0, { from: null, to: 'to-dispatch', issueId: '%issue%', matter: '%matter%' }],
  ['dispatch.sent', 1, { from: 'to-dispatch', to: 'in-progress', lead: '%unit%' }],
  ['call-back.closed', 50, { from: 'in-progress', to: 'closed', kind: 'solved' }],
];

/**
 * Three events of every row of `bench_row`, sealed inside PostgreSQL: the text is the program's own canonical one with each
 * order's values put in, the digest the same SHA-256. Their chains verify.
 */
export function closedEvents(table: string): string {
  const [first, second, third] = history;
  return `
    insert into ${table}
      (city_id, subject_id, seq, subject_kind, at, type, actor_kind, data, prev_hash, hash)
    select $1, id, seq, 'order', told.at, type, 'system', data::jsonb, prev_hash, hash
    from (select *, ${sealed(first, 1, "''::bytea")} as first from bench_row offset 0) as a
    cross join lateral (select ${sealed(second, 2, 'a.first')} as second offset 0) as b
    cross join lateral (select ${sealed(third, 3, 'b.second')} as third offset 0) as c
    cross join lateral (values
      ${[valuesOf(first, 1, 'null::bytea, a.first'), valuesOf(second, 2, 'a.first, b.second'), valuesOf(third, 3, 'b.second, c.third')].join(',\n      ')}
    ) as told (seq, at, type, data, prev_hash, hash)`;
}

function sealed([type, hours, data]: Happened, seq: number, before: string): string {
  const text = canonicalJson({
    kind: 'order',
    id: '%id%',
    seq,
    at: '%at%',
    type,
    actorKind: 'system',
    actorId: null,
    unitCode: null,
    data,
  });
  const at = `to_char((${after(hours)}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  return `sha256(${before} || convert_to(${filled(text, at)}, 'UTF8'))`;
}

const valuesOf = ([type, hours, data]: Happened, seq: number, hashes: string): string =>
  `(${seq}, ${after(hours)}, '${type}', ${filled(canonicalJson(data), "''")}, ${hashes})`;

const after = (hours: number): string => `at + interval '${hours} hours'`;

const filled = (text: string, at: string): string =>
  [
    ['%id%', 'id::text'],
    ['%at%', at],
    ['%issue%', 'issue_id::text'],
    ['%matter%', 'matter_code'],
    ['%unit%', 'unit_code'],
  ].reduce((sql, [mark, value]) => `replace(${sql}, '${mark}', ${value})`, `'${text}'`);
