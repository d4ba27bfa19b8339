import type { PoolClient } from 'pg';
import type { AnchorRecord } from './anchor-line.ts';

const fetchRows = 5000;

/** Of instants: half open; `from` null: since ever. */
export interface Stretch {
  readonly cityId: number;
  readonly from: Date | null;
  readonly until: Date;
}

/**
 * 链尾: the last event of every chain that grew in the stretch. A day is found by the block ranges of its instants, not
 * by reading the whole log; without a beginning it is read once, in the order of its key.
 */
export async function* headsOf(client: PoolClient, stretch: Stretch): AsyncGenerator<AnchorRecord> {
  yield* fetched(client, headsQuery(stretch));
}

export const headsQuery = ({ cityId, from, until }: Stretch): string =>
  `select distinct on (subject_id) 'head' as is, subject_kind as kind, subject_id as id, seq,
     encode(hash, 'hex') as hash
   from platform.event
   where city_id = ${Number(cityId)} and at < '${until.toISOString()}'
     ${from === null ? '' : `and at >= '${from.toISOString()}'`}
   order by subject_id desc, seq desc`;

/** 审计行 by minute: how many and the digest of all they say. */
export async function* minutesOf(
  client: PoolClient,
  { cityId, from, until }: Stretch,
): AsyncGenerator<AnchorRecord> {
  yield* fetched(
    client,
    `select 'minute' as is, to_char(minute at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') as minute,
       count(*)::int as lines,
       encode(sha256(convert_to(string_agg(said, E'\\n' order by id), 'UTF8')), 'hex') as digest
     from (
       select date_trunc('minute', at) as minute, id,
         jsonb_build_array(id, extract(epoch from at), word, method, path, actor_kind, actor_id, unit_code,
           facts, refusal)::text as said
       from platform.audit_line
       where city_id = ${Number(cityId)} and at < '${until.toISOString()}'
         ${from === null ? '' : `and at >= '${from.toISOString()}'`}
     ) as line
     group by minute
     order by minute`,
  );
}

/** A few thousand rows at a time, in the transaction that is open. */
async function* fetched(client: PoolClient, query: string): AsyncGenerator<AnchorRecord> {
  await client.query(`declare anchored no scroll cursor for ${query}`);
  for (;;) {
    const { rows } = await client.query<AnchorRecord>(`fetch ${fetchRows} from anchored`);
    yield* rows;
    if (rows.length < fetchRows) break;
  }
  await client.query('close anchored');
}
