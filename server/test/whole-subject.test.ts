import { expect, test } from 'vitest';
import { markClue } from '../src/modules/clues/mark-clue.ts';
import { wholeSubject } from '../src/modules/clues/whole-subject.ts';
import { foundLedger } from '../src/modules/ledgers/found-ledger.ts';
import { linkOrders } from '../src/modules/ledgers/link-orders.ts';
import { listSites } from '../src/modules/ledgers/list-sites.ts';
import { clueStaff, grill } from './example-clue.ts';
import { inCity } from './kit.ts';

const shop = '示例糕饼铺';
const street = '350602001000';
const quarter = {
  type: 'TS' as const,
  matterCode: '120107',
  urgency: 'U2' as const,
  content: '在古城一家店里买的东西和说的不一样,店家不肯退。',
  address: '漳州古城香港路',
  fields: { quarter_problem: 'shop', shop_no: shop, wants_on_site: true, visitor: false },
};

test(
  'a shop is read in one place: orders of the mechanism, clues and ledger sites, each part for whom it is',
  inCity(async (kit) => {
    const { anOrder, as, drain, travelTo, clock } = kit;
    const { analyst, signer, agent } = clueStaff(kit);
    const { orderId } = await anOrder.inProgress({ ...quarter, lead: '350602.gcgw' });
    await anOrder.toDispatch({ ...quarter, secrecy: 3, fields: { ...quarter.fields } });
    await drain();
    // Clues write it with its legal form; of another county it is another business of that name.
    const written = { ...grill, subject: `${shop}有限公司` };
    const { clueId } = await agent.do(markClue, { orderId, ...written });
    await analyst.do(markClue, { ...written, areaCode: '350626100000' });
    await analyst.do(markClue, { ...written, subject: '别的店' });
    const old = await anOrder.closed({
      ...{ matterCode: '010402', content: '楼顶有人搭了鸽棚。', areaCode: street },
      address: '澄观道 1 号楼',
    });
    await travelTo(new Date(clock.now().getTime() + 3_600_000));
    const { ledgerId } = await analyst.do(foundLedger, {
      ...{ name: '楼顶鸽棚整治台账', path: 'illegal-building', words: '鸽棚', areaCode: '350602' },
      ...{ unit: '350600.zjj', planOn: '2026-06-30', orderId: old },
      sites: [{ address: '澄观道1号楼', areaCode: street, orderIds: [old] }],
    });
    const [site] = (await analyst.do(listSites, { ledgerId })).rows;
    await analyst.do(linkOrders, { siteId: site?.id ?? '', orderIds: [orderId] });

    const whole = await analyst.do(wholeSubject, { name: shop });
    expect(whole.mechanisms).toMatchObject([
      {
        ...{ code: 'old-town', orders: 1, open: 1, counted: 0, hidden: 0, isCut: false },
        rows: [{ order: { id: orderId }, counts: false, labels: ['商户名称或门牌'] }],
      },
    ]);
    expect(whole.clues?.map(({ name, open, clues }) => [name, open, clues.length])).toEqual([
      [written.subject, 1, 1],
      [written.subject, 1, 1],
    ]);
    expect(whole.clues?.flatMap(({ clues }) => clues.map(({ id }) => id))).toContain(clueId);
    expect(whole.sites).toMatchObject([{ siteId: site?.id, ledgerName: '楼顶鸽棚整治台账' }]);
    // Which order a clue came from stands in none of its parts.
    expect(JSON.stringify(whole.clues)).not.toContain(orderId);
    // Asked for as the clue writes it, it is the same shop.
    const other = await analyst.do(wholeSubject, { name: written.subject });
    expect([other.mechanisms?.length, other.clues?.length]).toEqual([1, 2]);

    const dispatcher = await as('dispatcher').do(wholeSubject, { name: shop });
    expect([dispatcher.mechanisms?.length, dispatcher.clues]).toEqual([1, null]);
    const reviewer = await signer.do(wholeSubject, { name: shop });
    expect([reviewer.mechanisms, reviewer.clues?.length]).toEqual([null, 2]);
    const unknown = await analyst.do(wholeSubject, { name: '没有这家店' });
    expect(unknown).toMatchObject({ mechanisms: [], clues: [], sites: [] });
  }),
);
