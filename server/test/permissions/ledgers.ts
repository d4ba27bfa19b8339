import { putIn } from '../../src/modules/ledgers/add-sites.ts';
import { insert } from '../../src/modules/ledgers/ledgers.repo.ts';
import { pathOf } from '../../src/modules/ledgers/path.ts';
import type { Doing } from './objects.ts';
import { units } from './people.ts';
import type { Ledgers, Probe, Probes } from './probe.ts';

const planOn = '2099-01-01';
const areaCode = '350626100001';

/** One ledger with one site of the county department. */
export async function makeLedgers(doing: Doing, orderId: string): Promise<Ledgers> {
  return doing.system(async (ctx) => {
    const ledger = ctx.newId();
    const path = await pathOf(ctx, 'general');
    await insert(ctx, {
      id: ledger,
      name: '权限测试',
      path: JSON.stringify(path),
      words: '',
      matter_code: '010402',
      area_code: '350626',
      unit_code: units.bureau,
      plan_on: planOn,
      from_order_id: orderId,
      baseline_weeks: 12,
      baseline_appeals: 0,
      baseline_repeats: 0,
      baseline_cut: false,
      last_no: 0,
      founded_at: ctx.now,
    });
    const [site = ''] = await putIn(
      ctx,
      { id: ledger, path, unit_code: units.bureau, plan_on: planOn },
      {
        sites: [{ address: '权限测试点位', areaCode, contact: { name: '甲某' }, orderIds: [] }],
        source: 'typed',
      },
    );
    return { ledger, site, orderId };
  });
}

const onLedger = (body?: unknown): Probe => ({
  request: ({ fixtures }) => ({ params: { ledgerId: fixtures.ledgers.ledger }, body }),
});
const onSite = (body?: unknown): Probe => ({
  request: ({ fixtures }) => ({ params: { siteId: fixtures.ledgers.site }, body }),
});
const reason = '权限测试。';

export const ledgerProbes: Probes = {
  'GET /ledgers': { request: () => ({ query: { box: 'open' } }) },
  'GET /ledgers/paths': { request: () => ({}) },
  'GET /ledgers/template': { request: () => ({}) },
  'POST /ledgers/search': {
    request: ({ fixtures }) => ({
      body: { ledgerId: fixtures.ledgers.ledger, words: '', areaCode: '350626', days: 30 },
    }),
  },
  'POST /ledgers': {
    request: ({ fixtures }) => ({
      body: {
        orderId: fixtures.ledgers.orderId,
        name: '权限测试',
        path: 'general',
        words: '',
        areaCode: '350626',
        unit: units.bureau,
        planOn,
        sites: [{ address: '权限测试', areaCode, orderIds: [] }],
      },
    }),
  },
  'GET /ledgers/:ledgerId': onLedger(),
  'GET /ledgers/:ledgerId/sites': onLedger(),
  'GET /ledgers/:ledgerId/map': onLedger(),
  'POST /ledgers/:ledgerId/sites': onLedger({
    sites: [{ address: '另一个点位', areaCode, orderIds: [] }],
  }),
  'POST /ledgers/:ledgerId/import': onLedger({ sheet: 'AAAA', isKept: false }),
  'POST /ledgers/:ledgerId/close': onLedger({ words: reason }),
  'POST /ledgers/export': {
    request: ({ fixtures }) => ({
      body: { ledgerId: fixtures.ledgers.ledger, purpose: '权限测试' },
    }),
  },
  'GET /ledgers/sites/:siteId': onSite(),
  'POST /ledgers/sites/:siteId/change': onSite({ measure: '限期自拆' }),
  'POST /ledgers/sites/:siteId/move': onSite({ to: 'told', words: reason, fileIds: [] }),
  'POST /ledgers/sites/:siteId/write-off': onSite({ reason }),
  'POST /ledgers/sites/:siteId/talks': onSite({
    kind: 'talk',
    who: '网格员',
    on: '2026-01-01',
    said: reason,
    next: '',
  }),
  'POST /ledgers/sites/:siteId/orders': {
    request: ({ fixtures }) => ({
      params: { siteId: fixtures.ledgers.site },
      body: { orderIds: [fixtures.ledgers.orderId] },
    }),
  },
  'POST /ledgers/sites/:siteId/orders/:orderId/end': {
    request: ({ fixtures }) => ({
      params: { siteId: fixtures.ledgers.site, orderId: fixtures.ledgers.orderId },
    }),
  },
  'POST /ledgers/sites/:siteId/contact': onSite({ purpose: '权限测试' }),
  'POST /ledgers/sites/:siteId/visit': onSite({
    checklist: 'general',
    visitorUnit: units.neighbour,
    what: '权限测试',
    visitBy: planOn,
  }),
  'GET /ledgers/of-order/:orderId': {
    request: ({ order }) => ({ params: { orderId: order.orderId } }),
  },
};
