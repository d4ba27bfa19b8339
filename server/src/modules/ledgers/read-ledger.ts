import type { ledgers as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { accountNames } from '../identity/index.ts';
import * as orders from '../orders/index.ts';
import { appealsByWeek } from './appeals.repo.ts';
import type { Ledger } from './ledger.ts';
import { findVisible } from './ledgers.repo.ts';
import { linkSums } from './links.repo.ts';
import { ledgerRows } from './list-ledgers.ts';
import { lifeOf } from './moves.repo.ts';
import { firstState } from './path.ts';
import { mayLead, mayLeadOn } from './policy.ts';
import { standingAt, weeksSince } from './progress.ts';
import { countsByState, countUnended } from './sites.repo.ts';
import { ledgerText } from './text.ts';

type Reply = ReplyOf<typeof contract.readLedger>;

const dayMs = 86_400_000;

/** 台账详情. A unit reads it over its own sites. */
export async function readLedger(
  ctx: Context,
  { ledgerId }: InputOf<typeof contract.readLedger>,
): Promise<Reply> {
  const ledger = await findVisible(ctx, ledgerId);
  const [[row], progress, counts, links, open, names, fromOrder] = await Promise.all([
    ledgerRows(ctx, [ledger]),
    progressOf(ctx, ledger),
    countsByState(ctx, ledgerId),
    linkSums(ctx, ledgerId),
    countUnended(ctx, ledgerId),
    accountNames(ctx, [ledger.founded_by, ledger.closed_by]),
    orderOf(ctx, ledger.from_order_id),
  ]);
  if (!row) throw new Error(`${ledgerId} has no row.`);
  const nameOf = (id: string | null) => (id === null ? ledgerText.system : (names.get(id) ?? ''));
  const { path, closed_words: words } = ledger;
  return {
    ...row,
    areaCode: ledger.area_code,
    words: ledger.words,
    path,
    fromOrder,
    foundedBy: nameOf(ledger.founded_by),
    baseline: {
      weeks: ledger.baseline_weeks,
      appeals: ledger.baseline_appeals,
      repeats: ledger.baseline_repeats,
      isCut: ledger.baseline_cut,
    },
    ...progress,
    byState: path.states.map(({ code, name }) => ({
      code,
      name,
      sites: counts.find(({ state }) => state === code)?.sites ?? 0,
    })),
    linkedOrders: links.linked,
    toldOrders: links.told,
    closing: words === null ? null : { by: nameOf(ledger.closed_by), words },
    can: {
      lead: mayLeadOn(ctx.actor, ledger).allowed,
      close: mayLeadOn(ctx.actor, ledger).allowed && open === 0,
    },
  };
}

async function orderOf(ctx: Context, id: string): Promise<Reply['fromOrder']> {
  const [order, seen] = await Promise.all([orders.find(ctx, id), orders.visibleAmong(ctx, [id])]);
  return { id, orderNo: order?.order_no ?? '', mayOpen: seen.has(id) };
}

/**
 * 周进度, until it was closed or until now. What was said of the matter is the centre's to read, and only what came since
 * it was founded: what came before is the baseline.
 */
async function progressOf(ctx: Context, ledger: Ledger): Promise<Pick<Reply, 'weeks' | 'since'>> {
  const weeks = weeksSince(ledger.founded_at, ledger.closed_at ?? ctx.now, ctx.city.zone);
  const weeksFrom = weeks[0]?.from ?? ctx.now;
  const from = ledger.founded_at > weeksFrom ? ledger.founded_at : weeksFrom;
  const to = weeks.at(-1)?.to ?? ctx.now;
  const about = { matterCode: ledger.matter_code, areaCode: ledger.area_code };
  const [life, said] = await Promise.all([
    lifeOf(ctx, ledger.id),
    mayLead(ctx.actor).allowed ? appealsByWeek(ctx, about, { from, to, weeksFrom }) : null,
  ]);
  const sum = (part: 'appeals' | 'repeats') =>
    said?.weeks.reduce((all, week) => all + week[part], 0) ?? 0;
  const days = Math.max(1, Math.round((to.getTime() - from.getTime()) / dayMs));
  const first = firstState(ledger.path);
  return {
    since: said && { days, appeals: sum('appeals'), repeats: sum('repeats'), isCut: said.isCut },
    weeks: weeks.map(({ on, to }, no) => {
      const appeals = said?.weeks.find(({ week }) => week === no);
      return {
        weekOn: on,
        ...standingAt(life, first, to),
        appeals: said && (appeals?.appeals ?? 0),
        repeats: said && (appeals?.repeats ?? 0),
      };
    }),
  };
}
