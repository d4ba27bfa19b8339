import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import { historyOf } from '../../platform/events.ts';
import { newId } from '../../platform/ids.ts';
import type { Doer } from '../../platform/testing/in-city.ts';
import { keepFile } from '../files/index.ts';
import { addSites } from './add-sites.ts';
import { addTalk } from './add-talk.ts';
import { changeSite } from './change-site.ts';
import { closeLedger } from './close-ledger.ts';
import { foundLedger } from './found-ledger.ts';
import { siteSubject } from './ledger.ts';
import { linkOrders, unlinkOrder } from './link-orders.ts';
import { listLedgers } from './list-ledgers.ts';
import { listSites, mapSites } from './list-sites.ts';
import { moveSite } from './move-site.ts';
import { ofOrder } from './of-order.ts';
import { readContact } from './read-contact.ts';
import { readLedger } from './read-ledger.ts';
import { readSite } from './read-site.ts';
import { searchAlike } from './search-alike.ts';
import { visitSite } from './visit-site.ts';
import { writeOffSite } from './write-off-site.ts';

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj' };
const stranger = { unitCode: '350600.sthj', unitPath: '350600/350600.sthj' };
const street = '350602001000';
const aPhoto = {
  name: '现场.png',
  declaredType: 'image/png',
  bytes: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
    'base64',
  ),
  purpose: 'after' as const,
  takenAt: null,
  point: null,
};
const loft = {
  matterCode: '010402',
  content: '楼顶有人搭了鸽棚,鸽粪和噪音影响居民。',
  areaCode: street,
};
const found = {
  name: '楼顶鸽棚整治台账',
  path: 'illegal-building',
  words: '鸽棚',
  areaCode: '350602',
  unit: bureau.unitCode,
  planOn: '2026-06-30',
};
type Kit = Parameters<Parameters<typeof inCity>[0]>[0];
const refusedWith = (code: string) => ({ code });

function people({ as, clock }: Kit) {
  const who = () => ({ accountId: newId(clock.now()) });
  return {
    lead: as('analyst', who()),
    worker: as('handler', { ...bureau, ...who() }),
    other: as('handler', { ...stranger, ...who() }),
  };
}

const photoBy = async (doer: Doer): Promise<string> => (await doer.do(keepFile, aPhoto)).file.id;

async function onePlace(kit: Kit, lead: Doer) {
  const orderId = await kit.anOrder.closed({ ...loft, address: '澄观道 1 号楼' });
  await kit.travelTo(new Date(kit.clock.now().getTime() + 3_600_000));
  const site = { address: '澄观道1号楼', areaCode: street, orderIds: [orderId] };
  const { ledgerId } = await lead.do(foundLedger, { ...found, orderId, sites: [site] });
  const [row] = (await lead.do(listSites, { ledgerId })).rows;
  return { orderId, ledgerId, siteId: row?.id ?? '' };
}

/** As far as it waits for somebody to look. */
async function clear(worker: Doer, siteId: string): Promise<void> {
  const said = { kind: 'talk', who: '社区网格员', on: '2026-03-02', next: '' } as const;
  await worker.do(addTalk, { siteId, ...said, said: '上门说明政策,同意自拆。' });
  const move = (to: string, fileIds: string[]) =>
    worker.do(moveSite, { siteId, to, words: '按计划推进。', fileIds });
  await move('told', []);
  await move('self', []);
  await move('cleared', [await photoBy(worker)]);
}

test(
  'what is like it is gathered by place, with reasons; a secret order and one elsewhere take no part',
  inCity(async (kit) => {
    const { lead, worker } = people(kit);
    const at = (address: string, more: object = {}) =>
      kit.anOrder.toDispatch({ ...loft, address, ...more });
    const orderId = await kit.anOrder.closed({ ...loft, address: '澄观道 1 号楼' });
    const same = await at('澄观道1号楼');
    const words = await at('澄观道 5 号楼', { matterCode: '010403' });
    const matter = await at('澄观道 7 号楼', { content: '楼顶私自加盖了一间房。' });
    await at('澄观道 9 号楼', { secrecy: 1, type: 'JB' });
    await at('澄观道 3 号楼', { areaCode: '350626100000' });
    const asked = { orderId, words: '鸽棚', areaCode: '350602', days: 90 };
    const { places, orders, isCut } = await lead.do(searchAlike, asked);
    expect(
      places.map((place) => place.orders.map(({ id, reasons }) => [id, reasons.join()])),
    ).toEqual([
      [
        [orderId, 'words,matter'],
        [same.id, 'words,matter'],
      ],
      [[words.id, 'words']],
      [[matter.id, 'matter']],
    ]);
    expect({ orders, isCut }).toEqual({ orders: 4, isCut: false });
    await expect(
      lead.do(searchAlike, { words: '鸽棚', areaCode: '350602', days: 90 }),
    ).rejects.toMatchObject(refusedWith('ledgers.nothing-asked'));
    await expect(lead.do(searchAlike, { ...asked, orderId: same.id })).rejects.toMatchObject(
      refusedWith('ledgers.not-closed'),
    );
    await expect(worker.do(searchAlike, asked)).rejects.toMatchObject(
      refusedWith('identity.not-permitted'),
    );
  }),
);

test(
  'a site moves on as its path says: talk, photo, and somebody else who strikes it off; its requester hears once',
  inCity(async (kit) => {
    const { lead, worker, other } = people(kit);
    const { orderId, ledgerId, siteId } = await onePlace(kit, lead);
    const move = (doer: Doer, to: string, fileIds: string[] = []) =>
      doer.do(moveSite, { siteId, to, words: '按计划推进。', fileIds });
    await expect(move(other, 'told')).rejects.toMatchObject(refusedWith('ledgers.no-such-site'));
    await expect(move(lead, 'told')).rejects.toMatchObject(refusedWith('identity.not-permitted'));
    await expect(move(worker, 'closed')).rejects.toMatchObject(refusedWith('ledgers.no-such-move'));
    await lead.do(changeSite, { siteId, planOn: null });
    await expect(move(worker, 'told')).rejects.toMatchObject(refusedWith('ledgers.plan-needed'));
    await worker.do(changeSite, { siteId, planOn: '2026-05-31' });
    await move(worker, 'told');
    await expect(move(worker, 'self')).rejects.toMatchObject(refusedWith('ledgers.talk-needed'));
    const talk = { siteId, kind: 'mediation', who: '社区书记', said: '邻里当面说开。' } as const;
    await expect(worker.do(addTalk, { ...talk, on: '2027-01-01', next: '' })).rejects.toMatchObject(
      refusedWith('ledgers.future-day'),
    );
    await worker.do(addTalk, { ...talk, on: '2026-03-02', next: '一周内自拆。' });
    await move(worker, 'self');
    await expect(move(worker, 'cleared')).rejects.toMatchObject(
      refusedWith('ledgers.photo-needed'),
    );
    await move(worker, 'cleared', [await photoBy(worker)]);
    await expect(lead.do(closeLedger, { ledgerId, words: '全部整治完毕。' })).rejects.toMatchObject(
      refusedWith('ledgers.sites-open'),
    );
    await expect(
      kit
        .as('analyst', { accountId: worker.actor.accountId })
        .do(moveSite, { siteId, to: 'closed', words: '现场已恢复。', fileIds: [] }),
    ).rejects.toMatchObject(refusedWith('ledgers.own-check'));
    await move(lead, 'closed');
    const site = await worker.do(readSite, { siteId });
    expect(site).toMatchObject({ stateName: '销账', next: [], can: { work: false } });
    expect(site.moves.map(({ toName }) => toName)).toEqual(['告知', '自拆', '待核', '销账']);
    expect(site.linked).toMatchObject([{ orderId, toldAt: kit.clock.now().toISOString() }]);
    await expect(worker.do(addTalk, { ...talk, on: '2026-03-02', next: '' })).rejects.toMatchObject(
      refusedWith('ledgers.ended'),
    );
    const { rows } = await sql<{ template: string }>`
      select template from notices.message where order_id = ${orderId} and template = 'site-cleared'`.execute(
      kit.ctx.tx,
    );
    expect(rows).toHaveLength(1);
    await lead.do(closeLedger, { ledgerId, words: '全部整治完毕。' });
    await expect(
      lead.do(addSites, {
        ledgerId,
        sites: [{ address: '澄观道9号', areaCode: street, orderIds: [] }],
      }),
    ).rejects.toMatchObject(refusedWith('ledgers.over'));
    expect(await lead.do(readLedger, { ledgerId })).toMatchObject({
      sums: { sites: 1, closed: 1 },
      linkedOrders: 1,
      toldOrders: 1,
      closing: { words: '全部整治完毕。' },
      // What came before is the baseline, and counts in no week since.
      baseline: { appeals: 1 },
      since: { days: 1, appeals: 0 },
      weeks: [{ sites: 1, advanced: 1, closed: 1, appeals: 0 }],
    });
  }),
);

test(
  'who told of two places hears when the last of them is cleared, and of one struck out nobody hears',
  inCity(async (kit) => {
    const { lead, worker } = people(kit);
    const { orderId, ledgerId, siteId } = await onePlace(kit, lead);
    const { siteIds } = await lead.do(addSites, {
      ledgerId,
      sites: [{ address: '澄观道 2 号楼', areaCode: street, orderIds: [orderId] }],
    });
    const [second = ''] = siteIds;
    const told = async () =>
      (await lead.do(ofOrder, { orderId })).rows.filter(({ toldAt }) => toldAt);
    await clear(worker, siteId);
    await lead.do(moveSite, { siteId, to: 'closed', words: '现场已恢复。', fileIds: [] });
    expect(await told()).toEqual([]);
    await clear(worker, second);
    await lead.do(moveSite, { siteId: second, to: 'closed', words: '现场已恢复。', fileIds: [] });
    expect((await told()).map((row) => row.siteId)).toEqual([second]);

    // The last of theirs is struck out, or was no place of theirs: they hear of the one that was cleared.
    for (const [no, rid] of [
      [11, (siteId: string) => lead.do(writeOffSite, { siteId, reason: '与另一点位重复。' })],
      [13, (siteId: string, orderId: string) => lead.do(unlinkOrder, { siteId, orderId })],
    ] as const) {
      const both = await kit.anOrder.toDispatch({ ...loft, address: `澄观道 ${no} 号楼` });
      const two = [no, no + 1].map((one) => ({
        address: `澄观道 ${one} 号楼`,
        areaCode: street,
        orderIds: [both.id],
      }));
      const [clean = '', last = ''] = (await lead.do(addSites, { ledgerId, sites: two })).siteIds;
      await clear(worker, clean);
      await lead.do(moveSite, { siteId: clean, to: 'closed', words: '现场已恢复。', fileIds: [] });
      await rid(last, both.id);
      const heard = (await lead.do(ofOrder, { orderId: both.id })).rows;
      expect(heard.filter(({ toldAt }) => toldAt).map((row) => row.siteId)).toEqual([clean]);
    }

    const later = await kit.anOrder.toDispatch({ ...loft, address: '澄观道 3 号楼' });
    const third = { address: '澄观道 3 号楼', areaCode: street, orderIds: [later.id] };
    const { siteIds: more } = await lead.do(addSites, { ledgerId, sites: [third] });
    await lead.do(writeOffSite, { siteId: more[0] ?? '', reason: '现场没有鸽棚,系误报。' });
    const [row] = (await lead.do(ofOrder, { orderId: later.id })).rows;
    expect(row).toMatchObject({ stateName: '核销', toldAt: null });
    expect(await lead.do(readLedger, { ledgerId })).toMatchObject({
      sums: { sites: 5, closed: 4, writtenOff: 2 },
      can: { close: false },
    });
  }),
);

test(
  'whose site it is stays shut until a purpose is said, and who looked is kept; a unit sees its own sites alone',
  inCity(async (kit) => {
    const { lead, worker, other } = people(kit);
    const { ledgerId, siteId } = await onePlace(kit, lead);
    const purpose = { siteId, purpose: '上门前联系住户' };
    await expect(worker.do(readContact, purpose)).rejects.toMatchObject(
      refusedWith('ledgers.no-contact'),
    );
    const phone = inventedPhoneOf('owner of a loft');
    await worker.do(changeSite, { siteId, contact: { name: '甲某', phone } });
    expect(JSON.stringify(await lead.do(readSite, { siteId }))).not.toContain(phone);
    expect(await worker.do(readContact, purpose)).toEqual({ name: '甲某', phone });
    const { rows } = await sql`select purpose from ledgers.look where site_id = ${siteId}`.execute(
      kit.ctx.tx,
    );
    expect(rows).toEqual([{ purpose: purpose.purpose }]);
    const history = await kit.system.do(historyOf, siteSubject(siteId));
    const types = history.map(({ type }) => type);
    expect(types).toContain('ledgers.contact-read');

    await lead.do(addSites, {
      ledgerId,
      sites: [
        {
          address: '澄观道 8 号楼',
          areaCode: street,
          unit: stranger.unitCode,
          point: { lng: 117.65, lat: 24.51 },
          orderIds: [],
        },
      ],
    });
    const [seen] = (await other.do(listSites, { ledgerId })).rows;
    expect(seen?.address).toBe('澄观道 8 号楼');
    expect((await other.do(mapSites, { ledgerId })).rows).toHaveLength(1);
    // What people said is the centre's to read: for a unit there is no figure, which is not a zero.
    expect(await other.do(readLedger, { ledgerId })).toMatchObject({
      since: null,
      weeks: [{ appeals: null, repeats: null }],
    });
    expect((await worker.do(mapSites, { ledgerId })).rows).toEqual([]);
    expect((await other.do(listLedgers, { box: 'open' })).rows[0]?.sums.sites).toBe(1);
    await expect(other.do(readSite, { siteId })).rejects.toMatchObject(
      refusedWith('ledgers.no-such-site'),
    );
    await expect(worker.do(changeSite, { siteId, unit: stranger.unitCode })).rejects.toMatchObject(
      refusedWith('identity.not-permitted'),
    );
    const village = kit.as('handler', { unitCode: '350602', unitPath: '350600/350602' });
    await expect(village.do(readLedger, { ledgerId })).rejects.toMatchObject(
      refusedWith('ledgers.no-such-ledger'),
    );
  }),
);

test(
  'orders are tied and taken off; what does not fit is refused by name',
  inCity(async (kit) => {
    const { lead } = people(kit);
    const { orderId, ledgerId, siteId } = await onePlace(kit, lead);
    const secret = await kit.anOrder.toDispatch({ ...loft, secrecy: 1, type: 'JB' });
    const director = kit.as('director');
    await expect(director.do(linkOrders, { siteId, orderIds: [secret.id] })).rejects.toMatchObject(
      refusedWith('ledgers.secret-order'),
    );
    await lead.do(unlinkOrder, { siteId, orderId });
    await expect(lead.do(unlinkOrder, { siteId, orderId })).rejects.toMatchObject(
      refusedWith('ledgers.not-linked'),
    );
    await lead.do(linkOrders, { siteId, orderIds: [orderId, orderId] });
    expect((await lead.do(readSite, { siteId })).orders).toBe(1);
    const twice = { address: '澄观道1号楼', areaCode: street, orderIds: [] };
    await expect(lead.do(addSites, { ledgerId, sites: [twice] })).rejects.toMatchObject(
      refusedWith('ledgers.same-address'),
    );
    const sites = [{ ...twice, address: '澄观道6号楼' }];
    const founding = (more: object) => lead.do(foundLedger, { ...found, orderId, sites, ...more });
    await expect(founding({ planOn: '2026-01-01' })).rejects.toMatchObject(
      refusedWith('ledgers.past-day'),
    );
    await expect(founding({ path: 'none' })).rejects.toMatchObject(
      refusedWith('ledgers.no-such-path'),
    );
    const asked = { siteId, checklist: 'general', what: '看鸽棚拆了没有。', visitBy: '2026-12-31' };
    await expect(
      lead.do(visitSite, { ...asked, visitorUnit: bureau.unitCode }),
    ).rejects.toMatchObject(refusedWith('visits.own-work'));
    const { visitId } = await lead.do(visitSite, { ...asked, visitorUnit: stranger.unitCode });
    expect((await lead.do(readSite, { siteId })).visits).toMatchObject([
      { id: visitId, isDone: false },
    ]);
    const { worker } = people(kit);
    await clear(worker, siteId);
    await expect(
      lead.do(moveSite, { siteId, to: 'closed', words: '核查属实。', fileIds: [], visitId }),
    ).rejects.toMatchObject(refusedWith('ledgers.visit-not-there'));
  }),
);
