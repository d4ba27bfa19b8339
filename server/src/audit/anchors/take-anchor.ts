import type { Pool, PoolClient } from 'pg';
import type { AnchorsPort } from '../../ports/anchors/index.ts';
import { type AnchorLine, anchorLine, recordText, sha256Of } from './anchor-line.ts';
import { headsOf, minutesOf, type Stretch } from './log-until.ts';

interface Wanted {
  readonly pool: Pool;
  readonly anchors: AnchorsPort;
  readonly cityId: number;
  readonly until: Date;
  /** Of all chains, not only those that grew since the last anchor: after an import of older instants. */
  readonly isOfAll: boolean;
}

/** 锚定: writes down outside the database where every chain ends and how many lines of audit there are. Null: it was done. */
export async function takeAnchor({ pool, ...wanted }: Wanted): Promise<AnchorLine | null> {
  const client = await pool.connect();
  try {
    // Against a second one who counts on from the same line.
    await client.query(`select pg_advisory_lock(hashtext('minsheng anchors'))`);
    return await anchorNext(client, wanted);
  } finally {
    await client.query(`select pg_advisory_unlock(hashtext('minsheng anchors'))`).catch(() => {});
    client.release();
  }
}

async function anchorNext(
  client: PoolClient,
  { anchors, cityId, until, isOfAll }: Omit<Wanted, 'pool'>,
): Promise<AnchorLine | null> {
  await anchors.level();
  const lines = await anchors.lines();
  const lastText = lines.at(-1);
  const last = lastText === undefined ? null : anchorLine.parse(JSON.parse(lastText));
  if (last !== null && !isOfAll && new Date(last.until) >= until) return null;
  const from = last === null || isOfAll ? null : new Date(last.until);
  const no = (last?.no ?? 0) + 1;
  const file = `${String(no).padStart(6, '0')}-${until.toISOString().slice(0, 10)}.gz`;
  const facts = { no, from: from?.toISOString() ?? null, until: until.toISOString(), file };
  const lineOf = (digest: string, records: number): AnchorLine => ({
    ...facts,
    digest,
    records,
    before: lastText === undefined ? null : sha256Of(lastText),
  });
  let added: AnchorLine | null = null;
  await anchors.add(
    file,
    (digest, records) => {
      added = lineOf(digest, records);
      return JSON.stringify(added);
    },
    recordsIn(client, { cityId, from, until }),
  );
  return added;
}

/** In one view of the database, whoever writes. */
async function* recordsIn(client: PoolClient, stretch: Stretch): AsyncGenerator<string> {
  await client.query('begin isolation level repeatable read read only');
  try {
    for await (const record of headsOf(client, stretch)) yield recordText(record);
    for await (const record of minutesOf(client, stretch)) yield recordText(record);
  } finally {
    await client.query('rollback');
  }
}
