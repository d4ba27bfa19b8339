import { createHash } from 'node:crypto';
import type { Context } from '../../platform/context.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import { keptPerVersion } from '../organisation/index.ts';
import { withoutPeople } from '../text/index.ts';
import { copyOf, learnLesson } from './danger-line.ts';
import { type DangerData, type DangerReader, dangerReader } from './danger-reader.ts';
import { type Lesson, latestLessons, lessonsAfter } from './lessons.repo.ts';
import { marksIn, readable } from './marks-in.ts';

/** 在用识别: one a city, in the memory of each process. */
interface Live {
  readonly reader: DangerReader;
  /** Of the examples it began with. */
  readonly digest: string;
  readonly learnt: Set<number>;
  upto: number;
  lookedAt: number;
}

const mostHistory = 2_000;
const lookEvery = 1_000;
/** Numbers are given before they stand: an earlier lesson may appear after a later one. */
const lookBack = 50;
const mostAtOnce = 50;

/** What has learnt from the city's examples and from every lesson until a second ago. */
export async function liveReader(ctx: Context): Promise<{ reader: DangerReader; name: string }> {
  const live = await beginning(ctx);
  if (performance.now() - live.lookedAt >= lookEvery) {
    live.lookedAt = performance.now();
    await takeUp(ctx, live, await lessonsAfter(ctx, live.upto - lookBack, lookBack + mostAtOnce));
  }
  return { reader: live.reader, name: `${live.digest}/${live.upto}` };
}

const beginning = keptPerVersion(async (ctx: Context): Promise<Live> => {
  const [kinds, groups, examples] = await Promise.all([
    matters.dangerKinds(ctx),
    matters.dangerWords(ctx),
    matters.dangerExamples(ctx),
  ]);
  const { digest, reader } = firstReader({ kinds, groups, examples });
  const live: Live = {
    reader: { ...reader, line: copyOf(reader.line) },
    digest,
    learnt: new Set(),
    upto: 0,
    lookedAt: Number.NEGATIVE_INFINITY,
  };
  await takeUp(ctx, live, await latestLessons(ctx, mostHistory));
  return live;
});

let first: { readonly digest: string; readonly reader: DangerReader } | null = null;

/** Learning the examples takes some tenths of a second: once for as long as they stay the same. */
function firstReader(data: DangerData): { readonly digest: string; readonly reader: DangerReader } {
  const digest = createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 12);
  if (first?.digest !== digest) first = { digest, reader: dangerReader(data) };
  return first;
}

async function takeUp(ctx: Context, live: Live, rows: readonly Lesson[]): Promise<void> {
  const fresh = rows.filter(({ seq }) => !live.learnt.has(seq));
  if (fresh.length === 0) return;
  const words = await orders.wordsToLearn(
    ctx,
    fresh.map(({ orderId }) => orderId),
  );
  for (const { seq, orderId, isDanger } of fresh) {
    // Another question of this process may have taken it up meanwhile.
    if (live.learnt.has(seq)) continue;
    live.learnt.add(seq);
    live.upto = Math.max(live.upto, seq);
    const appeal = words.get(orderId);
    if (!appeal) continue;
    const said = readable(withoutPeople(`${appeal.title}\n${appeal.content}`));
    learnLesson(live.reader.line, { marks: marksIn(said, live.reader.groups), isDanger });
  }
  for (const seq of live.learnt) if (seq < live.upto - 2 * lookBack) live.learnt.delete(seq);
}
