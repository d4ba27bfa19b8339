import type { media as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { BasisKind } from '@minsheng/contract/words/media.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { dayOf, dayStart } from '../../platform/zone.ts';
import { shownTexts } from '../campaigns/index.ts';
import { entries, isExpired, isPublic } from '../knowledge/index.ts';
import { mechanismsNow } from '../mechanisms/index.ts';
import type { Basis } from './basis.repo.ts';
import { orderBasis, orderTopics } from './order-topics.ts';
import { mediaText as text } from './text.ts';
import { ledgerTopics, mechanismCounts, nodeTopics, readings } from './topics.repo.ts';

type Topic = ReplyOf<typeof contract.listTopics>['rows'][number];

const shownCap = 30;
const mostTexts = 1000;
const hotDays = 90;
const dayMs = 86_400_000;

/** 选题: what may be written about, with words that name nobody to begin with. */
export async function listTopics(
  ctx: Context,
  { kind }: InputOf<typeof contract.listTopics>,
): Promise<ReplyOf<typeof contract.listTopics>> {
  return { rows: (await topicsOf(ctx, kind)).slice(0, shownCap), shownCap };
}

async function topicsOf(ctx: Context, kind: BasisKind): Promise<Topic[]> {
  switch (kind) {
    case 'order':
      return orderTopics(ctx, shownCap);
    case 'campaign':
      return campaigns(ctx);
    case 'ledger':
      return ledgers(ctx, null);
    case 'mechanism':
      return mechanisms(ctx);
    case 'node':
      return nodes(ctx, null);
    case 'knowledge':
      return hotAnswers(ctx);
    default:
      return kind satisfies never;
  }
}

/** 专题: only words a person signed for everybody. */
async function campaigns(ctx: Context): Promise<Topic[]> {
  const texts = await shownTexts(ctx, mostTexts);
  return texts.flatMap(({ campaignId, entryId, title, words }) => {
    if (entryId !== null) return [];
    const own = texts.filter((one) => one.campaignId === campaignId && one.entryId !== null);
    const progress = own.map((one) => `${one.title}:${one.words}`);
    const said = text.campaign(words, progress);
    return [{ kind: 'campaign', ref: campaignId, title, words: said, weight: null }];
  });
}

async function ledgers(ctx: Context, id: string | null): Promise<Topic[]> {
  const rows = await ledgerTopics(ctx, { id, most: shownCap });
  return rows.map(({ id: ref, name, ...sums }) => {
    const words = text.ledger(sums);
    return { kind: 'ledger', ref, title: name, words, weight: sums.sites };
  });
}

async function nodes(ctx: Context, id: string | null): Promise<Topic[]> {
  const until = dayOf(ctx.now.getTime(), ctx.city.zone);
  const rows = await nodeTopics(ctx, { id, until, most: shownCap });
  return rows.map(({ id: ref, name, ...of }) => ({
    ...{ kind: 'node', ref, title: name, words: text.node(of), weight: null },
  }));
}

async function mechanisms(ctx: Context): Promise<Topic[]> {
  const year = dayOf(ctx.now.getTime(), ctx.city.zone).slice(0, 4);
  const counts = await mechanismCounts(ctx, dayStart(`${year}-01-01`, ctx.city.zone));
  return (await mechanismsNow(ctx)).map(({ code, name, aim }) => {
    const of = counts.get(code) ?? { orders: 0, open: 0 };
    const words = text.mechanism(aim, of);
    return { kind: 'mechanism', ref: code, title: name, words, weight: of.orders };
  });
}

/** 热点问答: answers read out most in the last ninety days first; an expired one is not offered. */
async function hotAnswers(ctx: Context): Promise<Topic[]> {
  const since = new Date(ctx.now.getTime() - hotDays * dayMs);
  const [counts, known] = await Promise.all([readings(ctx, since, mostTexts), entries(ctx)]);
  return known
    .filter((entry) => isPublic(entry) && !isExpired(ctx, entry))
    .map(({ code, title, answer }): Topic => {
      return { kind: 'knowledge', ref: code, title, words: answer, weight: counts.get(code) ?? 0 };
    })
    .toSorted((a, b) => (b.weight ?? 0) - (a.weight ?? 0));
}

/** 依据 named by whoever writes, with what it is called. Refuses `media.no-such-basis`, `media.secret-order`. */
export async function basisNamed(
  ctx: Context,
  { kind, ref }: { kind: BasisKind; ref: string },
): Promise<Basis> {
  if (isById(kind)) refuseUnless(z.uuid().safeParse(ref).success, 'media.no-such-basis');
  if (kind === 'order') return orderBasis(ctx, ref);
  const found = (await candidates(ctx, kind, ref)).find((one) => one.ref === ref);
  refuseUnless(found, 'media.no-such-basis');
  return { kind, ref, label: found.title, orderId: null };
}

const isById = (kind: BasisKind): boolean => kind !== 'mechanism' && kind !== 'knowledge';

async function candidates(
  ctx: Context,
  kind: Exclude<BasisKind, 'order'>,
  ref: string,
): Promise<Topic[]> {
  if (kind === 'ledger') return ledgers(ctx, ref);
  if (kind === 'node') return nodes(ctx, ref);
  return topicsOf(ctx, kind);
}
