import type { media as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { cutPage, pageRows, placeOf } from '../../platform/keyset.ts';
import { accountNames } from '../identity/index.ts';
import { entries } from '../knowledge/index.ts';
import * as orders from '../orders/index.ts';
import { type OrderResult, resultsOf } from './order-results.repo.ts';
import { mayWork } from './policy.ts';
import { countTips, type Tip, tipsIn } from './tips.repo.ts';

type Reply = ReplyOf<typeof contract.listTips>;
type Row = Reply['rows'][number];

/** 线索列表, the latest first, and how many have no end. */
export async function listTips(
  ctx: Context,
  { box, cursor }: InputOf<typeof contract.listTips>,
): Promise<Reply> {
  const before = placeOf(cursor)?.id ?? null;
  const read = await tipsIn(ctx, { box, before, most: pageRows + 1 });
  const { shown, next } = cutPage(
    read.map((tip) => ({ ...tip, by: tip.entered_at.toISOString() })),
  );
  return {
    rows: await tipRows(ctx, shown),
    next,
    shownCap: pageRows,
    counts: await countTips(ctx),
    can: { work: mayWork(ctx.actor).allowed },
  };
}

interface Beside {
  readonly names: ReadonlyMap<string, string>;
  readonly titles: ReadonlyMap<string, string>;
  readonly results: ReadonlyMap<string, OrderResult>;
  readonly seen: ReadonlySet<string>;
}

async function tipRows(ctx: Context, tips: readonly Tip[]): Promise<Row[]> {
  const orderIds = tips.flatMap(({ order_id: id }) => id ?? []);
  const [names, known, results, seen] = await Promise.all([
    accountNames(
      ctx,
      tips.flatMap(({ entered_by, ended_by }) => [entered_by, ended_by]),
    ),
    entries(ctx),
    resultsOf(ctx, orderIds),
    orders.visibleAmong(ctx, orderIds),
  ]);
  const titles = new Map(known.map(({ code, title }) => [code, title]));
  return tips.map((tip) => rowOf(ctx, tip, { names, titles, results, seen }));
}

function rowOf(ctx: Context, tip: Tip, beside: Beside): Row {
  return {
    id: tip.id,
    no: tip.no,
    source: tip.source,
    sourceName: tip.source_name,
    sourceRef: tip.source_ref,
    content: tip.content,
    address: tip.address,
    receivedAt: tip.received_at.toISOString(),
    enteredBy: beside.names.get(tip.entered_by ?? '') ?? '',
    enteredAt: tip.entered_at.toISOString(),
    mayContact: tip.may_contact,
    mayAppear: tip.may_appear,
    consentHow: tip.consent_how,
    hasContact: tip.contact_enc !== null,
    contactDroppedAt: tip.contact_dropped_at?.toISOString() ?? null,
    state: tip.state,
    dueAt: tip.due_at.toISOString(),
    isLate: (tip.ended_at ?? ctx.now) > tip.due_at,
    end: endOf(tip, beside),
  };
}

function endOf(tip: Tip, { names, titles, results, seen }: Beside): Row['end'] {
  if (tip.ended_at === null) return null;
  const result = results.get(tip.order_id ?? '');
  return {
    by: names.get(tip.ended_by ?? '') ?? '',
    at: tip.ended_at.toISOString(),
    words: tip.end_words ?? '',
    toldAt: tip.told_at?.toISOString() ?? null,
    refusal: tip.refusal,
    knowledge: tip.knowledge_code && (titles.get(tip.knowledge_code) ?? tip.knowledge_code),
    order: result
      ? {
          id: result.id,
          orderNo: result.orderNo,
          status: result.status,
          isSolved: result.isSolved,
          mayOpen: seen.has(result.id),
        }
      : null,
  };
}
