import { ledgers as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { LikeReason } from '@minsheng/contract/words/ledgers.ts';
import type { Context } from '../../platform/context.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { dayAfter, dayOf } from '../../platform/zone.ts';
import { findOrders } from '../desk/index.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { normalise } from '../text/index.ts';
import { findVisible } from './ledgers.repo.ts';
import { gatherPlaces, isSamePlace, isWithin, nearMetres, type Point } from './places.ts';
import { mayLead } from './policy.ts';
import { placesOf } from './sites.repo.ts';

type Asked = InputOf<typeof contract.searchAlike>;
type Reply = ReplyOf<typeof contract.searchAlike>;

/** How many orders one word, or the matter, may bring. */
const mostOfOne = 100;
const mostWords = 3;

/**
 * 由点及面的查找: each word by itself and the matter, in the area and the days asked for, at most so many of each. A
 * secret order takes no part: units read a ledger.
 */
export async function searchAlike(ctx: Context, asked: Asked): Promise<Reply> {
  demand(mayLead(ctx.actor));
  const begin = await beginningOf(ctx, asked);
  const { found, isCut } = await foundBy(ctx, asked, begin.matterCode);
  const shown = await told(ctx, { found, begin, words: wordsIn(asked.words) });
  const cut = shown.slice(0, contract.mostProposed);
  const [areaNames, names, sites] = await Promise.all([
    organisation.areaNames(ctx, [...new Set(cut.map(({ areaCode }) => areaCode))]),
    matters.matterNames(ctx, [begin.matterCode]),
    asked.ledgerId ? placesOf(ctx, asked.ledgerId) : [],
  ]);
  const placed = sites.map(({ lng, lat, ...site }) => ({ ...site, point: pointOf({ lng, lat }) }));
  return {
    matterCode: begin.matterCode,
    matterName: names.get(begin.matterCode) ?? begin.matterCode,
    places: gatherPlaces(cut).map((rows) => {
      const [{ address, areaCode, point }] = rows;
      const site = placed.find((one) => rows.some((row) => isSamePlace(one, row)));
      return {
        address,
        areaCode,
        areaName: areaNames.get(areaCode) ?? ctx.city.name,
        point: rows.find((row) => row.point !== null)?.point ?? point,
        orders: rows.map(({ row, reasons }) => ({ ...row, reasons })),
        site: site ? { id: site.id, no: site.no, address: site.address } : null,
      };
    }),
    orders: cut.length,
    shownCap: contract.mostProposed,
    isCut: isCut || shown.length > cut.length,
  };
}

interface Beginning {
  readonly orderId: string;
  readonly matterCode: string;
  readonly point: Point | null;
}

async function beginningOf(ctx: Context, { orderId, ledgerId }: Asked): Promise<Beginning> {
  if (ledgerId !== undefined) {
    const { from_order_id, matter_code } = await findVisible(ctx, ledgerId);
    const order = await orders.find(ctx, from_order_id);
    return { orderId: from_order_id, matterCode: matter_code, point: pointOf(order) };
  }
  refuseUnless(orderId, 'ledgers.nothing-asked');
  const order = await closedOrder(ctx, orderId);
  return { orderId, matterCode: order.matter_code, point: pointOf(order) };
}

/** 已办结的工单 that everybody may read. Refuses `ledgers.not-closed`, `ledgers.secret-order`. */
export async function closedOrder(ctx: Context, orderId: string): Promise<orders.Order> {
  const order = await orders.findVisible(ctx, orderId);
  refuseUnless(order.secrecy === 0, 'ledgers.secret-order');
  refuseUnless(!orders.isOpen(order.status), 'ledgers.not-closed');
  return order;
}

const pointOf = (at: { lng: number | null; lat: number | null } | null): Point | null =>
  at === null || at.lng === null || at.lat === null ? null : { lng: at.lng, lat: at.lat };

type Found = Map<string, Set<LikeReason>>;

async function foundBy(
  ctx: Context,
  { words, areaCode, days }: Asked,
  matter: string,
): Promise<{ found: Found; isCut: boolean }> {
  const today = dayOf(ctx.now.getTime(), ctx.city.zone);
  const within = { area: areaCode, from: dayAfter(today, -days) };
  const asked: { filters: object; reason: LikeReason }[] = [
    ...wordsIn(words).map((q) => ({ filters: { q }, reason: 'words' as const })),
    { filters: { matter }, reason: 'matter' },
  ];
  const found: Found = new Map();
  let isCut = false;
  for (const { filters, reason } of asked) {
    const hits = await findOrders(
      ctx,
      { ...within, ...filters },
      { from: null, most: mostOfOne, upTo: 'soon' },
    );
    isCut ||= hits.next !== null;
    for (const { id } of hits.found) {
      const reasons = found.get(id) ?? new Set();
      found.set(id, reasons.add(reason));
    }
  }
  return { found, isCut };
}

/** What every find is: those that say most in common first, then the newest. */
async function told(
  ctx: Context,
  { found, begin, words }: { found: Found; begin: Beginning; words: readonly string[] },
) {
  const ids = [...new Set([begin.orderId, ...found.keys()])];
  const tellings = await orders.tellings(ctx, ids);
  const open = ids.filter((id) => tellings.get(id)?.secrecy === 0);
  const rows = await orders.rowsFor(ctx, open);
  return rows
    .flatMap((row) => {
      const telling = tellings.get(row.id);
      if (!telling) return [];
      const point = pointOf(telling);
      const reasons = [...(found.get(row.id) ?? [])].filter(
        (reason) =>
          reason !== 'words' || says(telling, words) || row.matterCode !== begin.matterCode,
      );
      if (row.id !== begin.orderId && isWithin(point, begin.point, nearMetres))
        reasons.push('place');
      return [{ row, reasons, address: telling.address, areaCode: telling.areaCode, point }];
    })
    .toSorted((a, b) => rankOf(b, begin) - rankOf(a, begin) || (a.row.id < b.row.id ? 1 : -1));
}

const wordsIn = (typed: string): string[] => typed.split(/\s+/).filter(Boolean).slice(0, mostWords);

/** A search also reads the name of the matter, which says nothing of what this person said. */
function says({ title, content, address }: orders.Telling, words: readonly string[]): boolean {
  const text = normalise(`${title} ${content} ${address}`);
  return words.some((word) => text.includes(normalise(word)));
}

const weight: Record<LikeReason, number> = { words: 4, matter: 2, place: 1 };

const rankOf = (
  { row, reasons }: { row: { id: string }; reasons: readonly LikeReason[] },
  begin: Beginning,
): number =>
  row.id === begin.orderId
    ? Number.MAX_SAFE_INTEGER
    : reasons.reduce((sum, reason) => sum + weight[reason], 0);
