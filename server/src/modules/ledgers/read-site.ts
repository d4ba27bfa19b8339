import type { ledgerSites as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { historyOf } from '../../platform/events.ts';
import { filesHeldBy, fileViewOf } from '../files/index.ts';
import { accountNames } from '../identity/index.ts';
import * as orders from '../orders/index.ts';
import { unitNames } from '../organisation/index.ts';
import { visitsOf } from '../visits/index.ts';
import { type Ledger, type Link, type Move, type Site, siteSubject, type Talk } from './ledger.ts';
import { findVisible as findLedger } from './ledgers.repo.ts';
import { linksOfSite } from './links.repo.ts';
import { siteRows } from './list-sites.ts';
import { movesOf, talksOf } from './moves.repo.ts';
import { lastState, stateName, stepsFrom } from './path.ts';
import { mayLeadSite, mayMove, mayWork } from './policy.ts';
import { findVisible } from './sites.repo.ts';
import { ledgerText } from './text.ts';

type Reply = ReplyOf<typeof contract.readSite>;
type NameOf = (accountId: string | null) => string;

/** 点位详情; whose it is stands behind a purpose, see `readContact`. */
export async function readSite(
  ctx: Context,
  { siteId }: InputOf<typeof contract.readSite>,
): Promise<Reply> {
  const site = await findVisible(ctx, siteId);
  const ledger = await findLedger(ctx, site.ledger_id);
  const [[row], moves, talks, links, events] = await Promise.all([
    siteRows(ctx, ledger, [site]),
    movesOf(ctx, siteId),
    talksOf(ctx, siteId),
    linksOfSite(ctx, siteId),
    historyOf(ctx, siteSubject(siteId)),
  ]);
  if (!row) throw new Error(`${siteId} has no row.`);
  const names = await accountNames(ctx, [
    site.written_off_by,
    ...moves.map(({ moved_by }) => moved_by),
    ...talks.map(({ written_by }) => written_by),
    ...events.map(({ actorId }) => actorId),
  ]);
  const nameOf: NameOf = (id) => (id === null ? ledgerText.system : (names.get(id) ?? ''));
  return {
    ...row,
    ...factsOf(site, nameOf),
    ledger: { id: ledger.id, name: ledger.name, isClosed: ledger.closed_at !== null },
    moves: await moveViews(ctx, { ledger, siteId, moves, nameOf }),
    talks: talks.map((talk) => talkView(talk, nameOf)),
    linked: await linkViews(ctx, links),
    visits: await visitViews(ctx, siteId),
    history: events.map(({ type, at, actorId }) => ({
      type,
      at: at.toISOString(),
      by: nameOf(actorId),
    })),
    ...whatMayBeDone(ctx, ledger, site),
  };
}

function factsOf(site: Site, nameOf: NameOf) {
  const { lng, lat, written_off_reason: reason, ended_at: at } = site;
  return {
    areaCode: site.area_code,
    point: lng === null || lat === null ? null : { lng, lat },
    legalState: site.legal_state,
    measure: site.measure,
    source: site.source,
    hasContact: site.contact_enc !== null,
    writtenOff:
      reason === null || at === null
        ? null
        : { reason, by: nameOf(site.written_off_by), at: at.toISOString() },
  };
}

interface Moved {
  readonly ledger: Ledger;
  readonly siteId: string;
  readonly moves: readonly Move[];
  readonly nameOf: NameOf;
}

async function moveViews(
  ctx: Context,
  { ledger: { path }, siteId, moves, nameOf }: Moved,
): Promise<Reply['moves']> {
  const [files, units] = await Promise.all([
    filesHeldBy(ctx, siteId),
    unitNames(
      ctx,
      moves.flatMap(({ unit_code }) => unit_code ?? []),
    ),
  ]);
  return moves.map((move) => ({
    fromName: stateName(path, move.from_state),
    toName: stateName(path, move.to_state),
    words: move.words,
    files: files
      .filter(({ id }) => move.file_ids.includes(id))
      .map((file) => fileViewOf(ctx, file, null)),
    visitId: move.visit_id,
    by: nameOf(move.moved_by),
    unitName: move.unit_code === null ? null : (units.get(move.unit_code) ?? null),
    at: move.moved_at.toISOString(),
  }));
}

const talkView = (talk: Talk, nameOf: NameOf): Reply['talks'][number] => ({
  kind: talk.kind,
  who: talk.who,
  on: talk.talked_on,
  said: talk.said,
  next: talk.next_step,
  by: nameOf(talk.written_by),
  at: talk.written_at.toISOString(),
});

async function linkViews(ctx: Context, links: readonly Link[]): Promise<Reply['linked']> {
  const ids = [...new Set(links.map(({ order_id }) => order_id))];
  const seen = await orders.visibleAmong(ctx, ids);
  const rows = await orders.rowsFor(ctx, [...seen]);
  const numbers = new Map(rows.map(({ id, orderNo }) => [id, orderNo]));
  return links.map(({ order_id, from_at, to_at, told_at }) => ({
    orderId: order_id,
    orderNo: numbers.get(order_id) ?? null,
    fromAt: from_at.toISOString(),
    toAt: to_at?.toISOString() ?? null,
    toldAt: told_at?.toISOString() ?? null,
  }));
}

/** Visits are the centre's to see: the unit that is looked at is not told beforehand. */
async function visitViews(ctx: Context, siteId: string): Promise<Reply['visits']> {
  if (!ctx.actor.has('visits.ask')) return [];
  const visits = await visitsOf(ctx, { kind: 'site', id: siteId });
  return visits.map(({ id, place, state }) => ({ id, place, isDone: state === 'done' }));
}

function whatMayBeDone(
  { actor }: Context,
  ledger: Ledger,
  site: Site,
): Pick<Reply, 'next' | 'can'> {
  return {
    next: stepsFrom(ledger.path, site.state)
      .filter((step) => mayMove(actor, step, { ledger, site }).allowed)
      .map(({ to, needs }) => ({
        to,
        toName: stateName(ledger.path, to),
        needs,
        isEnd: to === lastState(ledger.path),
      })),
    can: {
      lead: mayLeadSite(actor, ledger, site).allowed,
      work: mayWork(actor, ledger, site).allowed,
    },
  };
}
