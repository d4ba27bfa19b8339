import type { RunPhase } from '@minsheng/contract/words/problems.ts';
import type { Context } from '../../platform/context.ts';
import { dayEnd, dayStart } from '../../platform/zone.ts';
import type { Message } from '../issues/index.ts';
import { withoutPeople } from '../text/index.ts';
import { type ReadOrder, readOrders, type Span } from './read-orders.ts';
import type { RunRow } from './runs.repo.ts';

/** What clustering holds in memory at once, both periods together. */
export const mostMessages = 50_000;
const readAtOnce = 500;

/** What is kept of an appeal besides its words. */
export type Fact = Pick<ReadOrder, 'issueId' | 'matter' | 'area' | 'at' | 'person' | 'marks'>;

export interface Period {
  readonly span: Span;
  readonly facts: ReadonlyMap<string, Fact>;
  /** Person of each appeal of the period before. */
  readonly before: ReadonlyMap<string, string>;
  /** All of the period before was read, and there was something: else nobody knows what grew. */
  readonly isBeforeKnown: boolean;
  /** Since when it was read; null: from its beginning. */
  readonly readFrom: Date | null;
}

export type Tell = (phase: RunPhase, done: number, total: number) => void;

export interface Reader {
  readonly zone: string;
  inOne<T>(use: (ctx: Context) => Promise<T>): Promise<T>;
  add(messages: readonly Message[]): Promise<void>;
  readonly tell: Tell;
}

/** 读取本期和上一期: the newest first, so that where there is too much the oldest is left out. */
export async function readPeriod(run: RunRow, reader: Reader): Promise<Period> {
  const span = spanOf(run, reader.zone);
  const facts = new Map<string, Fact>();
  const own = await readSpan(run, reader, { span, phase: 'reading', most: mostMessages }, (row) => {
    const { issueId, matter, area, at, person, marks } = row;
    facts.set(row.id, { issueId, matter, area, at, person, marks });
  });
  const before = new Map<string, string>();
  const rest = mostMessages - facts.size;
  const earlier = { from: new Date(2 * span.from.getTime() - span.to.getTime()), to: span.from };
  const others = own.isWhole
    ? await readSpan(run, reader, { span: earlier, phase: 'before', most: rest }, (row) => {
        before.set(row.id, row.person);
      })
    : { isWhole: false };
  const oldest = own.isWhole ? null : ([...facts.values()].at(-1)?.at ?? null);
  const isBeforeKnown = others.isWhole && before.size > 0;
  return { span, facts, before, isBeforeKnown, readFrom: oldest };
}

export const spanOf = ({ from_on, to_on }: RunRow, zone: string): Span => ({
  from: dayStart(from_on, zone),
  to: dayEnd(to_on, zone),
});

async function readSpan(
  run: RunRow,
  { inOne, add, tell }: Reader,
  { span, phase, most }: { span: Span; phase: 'reading' | 'before'; most: number },
  keep: (row: ReadOrder) => void,
): Promise<{ isWhole: boolean }> {
  let below: string | null = null;
  for (let done = 0; done < most; ) {
    const wanted = Math.min(readAtOnce, most - done);
    const rows: ReadOrder[] = await inOne((ctx) =>
      readOrders(ctx, { span, asked: run, below, most: wanted }),
    );
    for (const row of rows) keep(row);
    await add(rows.map(messageOf));
    done += rows.length;
    if (rows.length < wanted) return { isWhole: true };
    below = rows.at(-1)?.id ?? below;
    tell(phase, done, 0);
  }
  const more = await inOne((ctx) => readOrders(ctx, { span, asked: run, below, most: 1 }));
  return { isWhole: more.length === 0 };
}

/** The place chosen on the form is read with the words, after the beginning of them. */
const longestContent = 250;

function messageOf({ id, person, title, content, address, at, matter, area }: ReadOrder): Message {
  const detail = `${content.slice(0, longestContent)}。${address}`;
  const words = { title: withoutPeople(title), detail: withoutPeople(detail) };
  return { id, person, ...words, at, matter, area };
}
