import { createOrder } from '../../modules/intake/create-order.ts';
import { addSites } from '../../modules/ledgers/add-sites.ts';
import { addTalk } from '../../modules/ledgers/add-talk.ts';
import { foundLedger } from '../../modules/ledgers/found-ledger.ts';
import { listSites } from '../../modules/ledgers/list-sites.ts';
import { moveSite } from '../../modules/ledgers/move-site.ts';
import { searchAlike } from '../../modules/ledgers/search-alike.ts';
import { writeOffSite } from '../../modules/ledgers/write-off-site.ts';
import * as organisation from '../../modules/organisation/index.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { dayAfter, dayOf } from '../../platform/zone.ts';
import { keptPhoto } from '../evidence.ts';
import { inventedPerson } from '../invented.ts';
import type { Life } from '../lives/scene.ts';
import { type Errand, later, morning, type Office } from './errand.ts';
import { ledgerWords as words } from './ledger-words.ts';

/** 由点及面: one closed order has become a ledger, and its places are being cleared. */
export const ledgers = (end: Date): Errand[] => [
  { at: morning(end, words.daysAgo, 50), happens: oneLedger },
];

async function* oneLedger(office: Office): Life {
  const { world, staff } = office;
  const lead = await staff.centre('analyst');
  const unit = office.units.housing;
  const { orderId } = await world.do(await staff.centre('agent'), answered, office.units.township);
  yield later(office, 60);
  const ledgerId = await founded(office, lead, { orderId, unit });
  const worker = await staff.unit(unit, 'work');
  const { rows } = await world.do(lead, listSites, { ledgerId });
  for (const [no, { id, orders: tied }] of rows.entries()) {
    yield later(office, 240);
    const surveyed = words.surveyed[no - rows.filter((row) => row.orders > 0).length];
    const until = tied > 0 ? (words.told[no] ?? 'surveyed') : (surveyed?.until ?? 'surveyed');
    yield* cleared(office, { siteId: id, until, lead, worker });
  }
}

const today = ({ now, city }: Context): string => dayOf(now.getTime(), city.zone);

/** Somebody asks after the other roofs, and is answered on the line. */
async function answered(ctx: Context, township: string): Promise<{ orderId: string }> {
  const { area } = await organisation.unit(ctx, township);
  return createOrder(ctx, {
    channel: 'visit',
    type: 'ZX',
    matterCode: words.matter,
    areaCode: area ?? ctx.city.code,
    requester: { ...inventedPerson('ledger of roofs'), kind: 'person', isSelf: true, tags: [] },
    result: 'answer',
    fields: {},
    fileIds: [],
    anonymous: false,
    secrecy: 0,
    needsReply: false,
    needsCallBack: false,
    ...words.first,
  });
}

/** What is alike is looked for as on the page; the first places become sites, and those of a survey after them. */
async function founded(
  { world }: Office,
  lead: Actor,
  { orderId, unit }: { orderId: string; unit: string },
): Promise<string> {
  const areaCode = unit.slice(0, 6);
  const { places } = await world.do(lead, searchAlike, {
    ...{ orderId, words: words.looked, areaCode, days: 90 },
  });
  const sites = places.slice(0, words.told.length).map((place) => ({
    address: place.address,
    areaCode: place.areaCode,
    point: place.point,
    kind: '鸽棚',
    orderIds: place.orders.map(({ id }) => id),
  }));
  const about = { name: words.name, path: words.path, words: words.looked, areaCode };
  return world.do(
    lead,
    async (ctx, told: typeof sites) => {
      const planOn = dayAfter(today(ctx), 45);
      const { ledgerId } = await foundLedger(ctx, {
        ...about,
        ...{ orderId, unit, planOn, sites: told },
      });
      const [first] = told;
      await addSites(ctx, { ledgerId, sites: await surveyedIn(ctx, first?.areaCode ?? areaCode) });
      return ledgerId;
    },
    sites,
  );
}

/** 摸排点位, a little apart from each other around the middle of the county. */
async function surveyedIn(ctx: Context, areaCode: string) {
  const { lng, lat } = await organisation.area(ctx, areaCode.slice(0, 6));
  return words.surveyed.map(({ until: _, ...site }, no) => ({
    ...site,
    areaCode,
    legalState: '无审批手续',
    measure: '限期自拆',
    ...(lng !== null &&
      lat !== null && { point: { lng: lng + no * 0.002, lat: lat + no * 0.0015 } }),
    orderIds: [],
  }));
}

interface Clearing {
  readonly siteId: string;
  readonly until: string;
  readonly lead: Actor;
  readonly worker: Actor;
}

/** One site, step by step, as far as it has come. */
async function* cleared(office: Office, { siteId, until, lead, worker }: Clearing): Life {
  const { world } = office;
  if (until === 'written-off') {
    await world.do(lead, writeOffSite, { siteId, reason: words.gone });
    return;
  }
  if (until === 'surveyed') return;
  await world.do(worker, moved, { siteId, to: 'told' });
  if (until === 'told') return;
  yield later(office, 180);
  const kind = until === 'helped' ? 'mediation' : 'talk';
  await world.do(worker, talked, { siteId, kind });
  const way = until === 'helped' ? 'helped' : 'self';
  await world.do(worker, moved, { siteId, to: way });
  if (until === way) return;
  yield later(office, 180);
  await world.do(worker, moved, { siteId, to: 'cleared' });
  if (until === 'cleared') return;
  yield later(office, 90);
  await world.do(lead, moved, { siteId, to: 'closed' });
}

const talked = (
  ctx: Context,
  { siteId, kind }: { siteId: string; kind: 'talk' | 'mediation' },
): Promise<unknown> => {
  const said = kind === 'talk' ? words.talk : words.mediation;
  return addTalk(ctx, { siteId, kind, ...said, on: today(ctx) });
};

async function moved(
  ctx: Context,
  { siteId, to }: { siteId: string; to: keyof typeof words.moves },
): Promise<unknown> {
  const photo = { seed: siteId, matter: words.matter, purpose: 'after', shown: 'after' } as const;
  const fileIds = to === 'cleared' ? [await keptPhoto(ctx, photo)] : [];
  return moveSite(ctx, { siteId, to, words: words.moves[to], fileIds });
}
