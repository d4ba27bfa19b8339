import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { AnchorsPort } from '../../ports/anchors/index.ts';
import {
  type AnchorLine,
  type AnchorRecord,
  anchorLine,
  readRecord,
  sha256Of,
} from './anchor-line.ts';
import { minutesOf } from './log-until.ts';

type Head = Extract<AnchorRecord, { is: 'head' }>;
type Minute = Extract<AnchorRecord, { is: 'minute' }>;

/** Where the database and its anchors do not agree. */
export type Unanchored =
  /** The chain ended there when it was anchored; now that event is missing, or says something else. */
  | { readonly what: 'cut' | 'rewritten'; kind: string; id: string; seq: number }
  | { readonly what: 'audit'; minute: string; anchored: number; found: number }
  /** The file of anchors itself, or what one of them speaks of, was changed. */
  | { readonly what: 'anchor'; no: number };

export interface AnchorVerdict {
  readonly anchors: number;
  readonly until: string | null;
  readonly broken: readonly Unanchored[];
}

const lookedUpAtOnce = 2000;

/** 对照锚点: finds what a chain cannot show by itself, that its end, or all of it, was taken away or written anew. */
export async function verifyAnchors(
  client: PoolClient,
  anchors: AnchorsPort,
  cityId: number,
): Promise<AnchorVerdict> {
  const broken: Unanchored[] = [];
  const named = new Set<string>();
  const lines = await anchors.lines();
  let last: AnchorLine | null = null;
  for (const [at, text] of lines.entries()) {
    const line = anchorLine.parse(JSON.parse(text));
    const before = lines[at - 1];
    if (line.before !== (before === undefined ? null : sha256Of(before)))
      broken.push({ what: 'anchor', no: at + 1 });
    for (const found of await verifyOne(client, anchors, line, cityId)) {
      // Once cut, a chain misses its end at every later anchor as well.
      const name = 'id' in found ? found.id : JSON.stringify(found);
      if (!named.has(name)) broken.push(found);
      named.add(name);
    }
    last = line;
  }
  return { anchors: lines.length, until: last?.until ?? null, broken };
}

async function verifyOne(
  client: PoolClient,
  anchors: AnchorsPort,
  line: AnchorLine,
  cityId: number,
): Promise<Unanchored[]> {
  const broken: Unanchored[] = [];
  const hash = createHash('sha256');
  const minutes = new Map<string, Minute>();
  let heads: Head[] = [];
  const look = async () => {
    broken.push(...(await missing(client, cityId, heads)));
    heads = [];
  };
  try {
    for await (const text of anchors.records(line.file)) {
      hash.update(`${text}\n`);
      const record = readRecord(text);
      if (record.is === 'minute') minutes.set(record.minute, record);
      if (record.is === 'head') heads.push(record);
      if (heads.length >= lookedUpAtOnce) await look();
    }
  } catch {
    return [{ what: 'anchor', no: line.no }];
  }
  await look();
  if (hash.digest('hex') !== line.digest) broken.push({ what: 'anchor', no: line.no });
  broken.push(...(await changedMinutes(client, line, cityId, minutes)));
  return broken;
}

async function missing(
  client: PoolClient,
  cityId: number,
  heads: readonly Head[],
): Promise<Unanchored[]> {
  const { rows } = await client.query<{ id: string; seq: number; hash: string }>(
    `select asked.id, asked.seq, encode(e.hash, 'hex') as hash
     from unnest($2::uuid[], $3::int[]) as asked (id, seq)
     join platform.event as e on e.city_id = $1 and e.subject_id = asked.id and e.seq = asked.seq`,
    [cityId, heads.map(({ id }) => id), heads.map(({ seq }) => seq)],
  );
  const found = new Map(rows.map(({ id, hash }) => [id, hash]));
  return heads.flatMap(({ kind, id, seq, hash }) => {
    const now = found.get(id);
    if (now === hash) return [];
    return [{ what: now === undefined ? 'cut' : 'rewritten', kind, id, seq } as const];
  });
}

async function changedMinutes(
  client: PoolClient,
  { from, until }: AnchorLine,
  cityId: number,
  anchored: ReadonlyMap<string, Minute>,
): Promise<Unanchored[]> {
  const broken: Unanchored[] = [];
  const left = new Map(anchored);
  await client.query('begin isolation level repeatable read read only');
  try {
    const stretch = { cityId, from: from === null ? null : new Date(from), until: new Date(until) };
    for await (const now of minutesOf(client, stretch)) {
      if (now.is !== 'minute') continue;
      const then = left.get(now.minute);
      left.delete(now.minute);
      if (then?.digest === now.digest) continue;
      const counts = { anchored: then?.lines ?? 0, found: now.lines };
      broken.push({ what: 'audit', minute: now.minute, ...counts });
    }
  } finally {
    await client.query('rollback');
  }
  for (const { minute, lines } of left.values())
    broken.push({ what: 'audit', minute, anchored: lines, found: 0 });
  return broken;
}
