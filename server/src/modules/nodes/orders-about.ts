import type { ZeroHow } from '@minsheng/contract/words/nodes.ts';
import type { Context } from '../../platform/context.ts';
import { dayEnd, dayStart } from '../../platform/zone.ts';
import { ordersOfIssues, type Telling, tellings } from '../orders/index.ts';
import type { Span } from './appeals.repo.ts';
import { type LookedFor, lookedFor, matchText, mayBeAbout } from './match-text.ts';
import type { NodeRow } from './nodes.repo.ts';
import { factsOf, hitsIn, mostHits, type OrderFacts, searchWords } from './orders-about.repo.ts';
import { rulingsOf } from './rulings.repo.ts';
import type { WatchRow } from './watches.repo.ts';
import { wordsOf } from './words.repo.ts';

export interface About extends OrderFacts {
  readonly how: ZeroHow;
  readonly word: string;
  /** A person ruled that it is not about the object. */
  readonly isOut: boolean;
}

export interface OrdersAbout {
  readonly wanted: LookedFor;
  readonly found: readonly About[];
  /** More were found by the search than are read at once. */
  readonly isCapped: boolean;
}

/** 窗口: until now while it lasts. */
export const windowSpan = (ctx: Context, node: Pick<NodeRow, 'from_on' | 'to_on'>): Span => {
  const [from, end] = [dayStart(node.from_on, ctx.city.zone), dayEnd(node.to_on, ctx.city.zone)];
  return { from, to: end < ctx.now ? end : new Date(ctx.now.getTime() + 1) };
};

/**
 * 说到某对象的工单: of every channel and matter, by its words, by its issues, and by what persons ruled. Orders of named readers
 * are not read (domain 2.11); of all that the search finds the newest `most`.
 */
export async function ordersAbout(
  ctx: Context,
  watch: Pick<WatchRow, 'object_id' | 'county'>,
  { span, most }: { span: Span; most: number },
): Promise<OrdersAbout> {
  const wanted = lookedFor(await wordsOf(ctx, watch.object_id), watch.county);
  const hits = await hitsIn(ctx, span, {
    ...{ words: searchWords(wanted), names: wanted.names, most },
  });
  const read = await tellings(ctx, hits.slice(0, most));
  const said = new Map(
    [...read.values()].flatMap((telling) => {
      const hit = matchText(textOf(telling), telling.areaCode, wanted);
      return hit ? [[telling.id, hit] as const] : [];
    }),
  );
  const alike = await ofSameIssues(ctx, read, said);
  const rulings = await rulingsOf(ctx, watch.object_id);
  const ruledIn = [...rulings].filter(([, { counts }]) => counts).map(([id]) => id);
  const all = [...new Set([...said.keys(), ...alike, ...ruledIn])];
  const facts = (await factsOf(ctx, all)).filter(({ at }) => at >= span.from && at < span.to);
  return {
    wanted,
    isCapped: hits.length > most,
    found: facts.map((one) => ({
      ...one,
      ...(said.get(one.id) ?? { how: alike.has(one.id) ? 'issue' : 'ruled', word: '' }),
      isOut: rulings.get(one.id)?.counts === false,
    })),
  };
}

export const textOf = ({ title, content, address, subjectName }: Telling): string =>
  [title, content, address, subjectName].join('。');

const mostAlike = 500;

/** A thing told of once by name may be told of again without: whoever linked them said so. */
async function ofSameIssues(
  ctx: Context,
  read: ReadonlyMap<string, Telling>,
  said: ReadonlyMap<string, unknown>,
): Promise<Set<string>> {
  const issues = [...said.keys()].flatMap((id) => read.get(id)?.issueId ?? []);
  const linked = await ordersOfIssues(ctx, [...new Set(issues)], mostAlike);
  const readable = await tellings(
    ctx,
    linked.map(({ id }) => id),
  );
  return new Set([...readable.keys()].filter((id) => !said.has(id)));
}

const mostPerhaps = 50;

/** 可能相关: a person looks at them. */
export async function perhapsAbout(
  ctx: Context,
  { wanted, found }: OrdersAbout,
  span: Span,
): Promise<OrderFacts[]> {
  if (wanted.things.length === 0) return [];
  const hits = await hitsIn(ctx, span, {
    words: [...wanted.names, ...wanted.things],
    names: [],
    most: mostHits,
  });
  const known = new Set(found.map(({ id }) => id));
  const read = await tellings(ctx, hits.filter((id) => !known.has(id)).slice(0, mostHits));
  const near = [...read.values()].filter((telling) =>
    mayBeAbout(textOf(telling), telling.areaCode, wanted),
  );
  return factsOf(
    ctx,
    near.slice(0, mostPerhaps).map(({ id }) => id),
  );
}
