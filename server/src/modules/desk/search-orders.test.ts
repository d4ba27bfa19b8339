import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { acceptWaiting, send } from '../../../test/use-cases.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import * as orders from '../orders/index.ts';
import { searchOrders } from './search-orders.ts';

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };
const neighbour = { unitCode: '350600.sthj', unitPath: '350600/350600.sthj' };
const county = { unitCode: '350602', unitPath: '350600/350602', areaCode: '350602000000' };
const otherCounty = { unitCode: '350626', unitPath: '350600/350626', areaCode: '350626000000' };

const toBureau = { lead: '350600.zjj', assists: [], linkage: [], copies: [], note: '' };

const caller = (seed: string) => ({
  requester: {
    kind: 'person' as const,
    isSelf: true,
    tags: [],
    phone: inventedPhoneOf(seed),
  },
});

test(
  'found by words, by a piece of a word, by place, by unit and by number',
  inCity(async ({ as, anOrder }) => {
    const { orderId } = await anOrder.inProgress({
      content: '玄武亭边的石狮子倒了,压住了排水沟。',
      address: '玄武亭',
    });
    const agent = as('agent');
    const found = async (q: string) =>
      (await agent.do(searchOrders, { q })).rows.map(({ id }) => id);
    expect(await found('石狮子 排水沟')).toEqual([orderId]);
    expect(await found('狮子倒')).toEqual([orderId]);
    expect(await found('玄武亭')).toEqual([orderId]);
    expect(await found('石狮子 住房和城乡建设局')).toEqual([orderId]);
    expect(await found('石狮子 税务局')).toEqual([]);
    const [row] = (await agent.do(searchOrders, { q: '玄武亭' })).rows;
    expect(await found(row?.orderNo ?? '')).toEqual([orderId]);
  }),
);

test(
  'words first, then what only pairs of characters find, and page after page loses and doubles nothing',
  inCity(async ({ as, anOrder, clock, travelTo }) => {
    const made: string[] = [];
    for (let no = 0; no < 57; no += 1) {
      await travelTo(new Date(clock.now().getTime() + 1000));
      const content = no % 3 === 0 ? '门口有石狮' : '门口有石狮子';
      made.push((await anOrder.toDispatch({ content, ...caller(`c${no % 10}`) })).id);
    }
    const agent = as('agent');
    const first = await agent.do(searchOrders, { q: '石狮' });
    expect(first).toMatchObject({ appeals: 57, people: 10, issues: 57, isCut: false });
    expect(first.rows).toHaveLength(50);
    const second = await agent.do(searchOrders, { q: '石狮', cursor: first.next ?? '' });
    expect(second).toMatchObject({ appeals: 57, people: 10, issues: 57, isCut: false, next: null });
    const all = [...first.rows, ...second.rows].map(({ id }) => id);
    expect(all.toSorted()).toEqual(made.toSorted());
    await expect(agent.do(searchOrders, { cursor: "x' or 1=1" })).rejects.toMatchObject({
      code: 'platform.bad-input',
    });
  }),
);

test(
  'everybody finds only what they may see',
  inCity(async ({ as, anOrder }) => {
    const { orderId } = await anOrder.inProgress({ content: '石狮子倒了' });
    const finds = async (who: Parameters<typeof as>) =>
      (await as(...who).do(searchOrders, { q: '石狮子' })).rows.map(({ id }) => id);
    expect(await finds(['handler', bureau])).toEqual([orderId]);
    expect(await finds(['handler', neighbour])).toEqual([]);
    expect(await finds(['county-dispatcher', county])).toEqual([orderId]);
    expect(await finds(['county-dispatcher', otherCounty])).toEqual([]);
    expect(await finds(['admin'])).toEqual([]);
    const { rows } = await as('handler', neighbour).do(searchOrders, {});
    expect(rows).toEqual([]);
  }),
);

test(
  'a secret order is found by its unit and the director only, and its title names nobody',
  inCity(async ({ as, anOrder }) => {
    const title = `举报石狮子,电话${inventedPhoneOf('informant').replace(/^154/, '139')}`;
    const { orderId } = await anOrder.inProgress({ secrecy: 1, type: 'JB', title, content: title });
    const found = async (...who: Parameters<typeof as>) =>
      (await as(...who).do(searchOrders, { q: '石狮子' })).rows;
    expect(await found('agent')).toEqual([]);
    expect(await found('dispatcher')).toEqual([]);
    expect((await found('director')).map(({ id }) => id)).toEqual([orderId]);
    expect(await found('county-dispatcher', county)).toEqual([]);
    const [row] = await found('handler', bureau);
    expect(row?.id).toBe(orderId);
    expect(row?.title).toBe('举报石狮子,电话〔电话已隐去〕');
  }),
);

test(
  'a unit finds nothing by words it is not shown: no number of a secret order, by creation or by acceptance',
  inCity(async ({ as, anOrder }) => {
    const number = inventedPhoneOf('informant').replace(/^154/, '139');
    const part = number.slice(2, 8);
    const content = `举报石狮子,电话${number}`;
    const found = async (q: string, ...who: Parameters<typeof as>) =>
      (await as(...who).do(searchOrders, { q })).rows.map(({ id }) => id);
    const { orderId: first } = await anOrder.inProgress({ secrecy: 1, type: 'JB', content });
    const waiting = await anOrder.waiting({ content });
    await as('shift-lead').do(acceptWaiting, {
      orderId: waiting.id,
      result: 'dispatch',
      type: 'JB',
      matterCode: '010105',
      areaCode: '350602001000',
      title: `石狮子${number}`,
      fields: { road_name: `澄观道${number}`, lamp_problem: 'off' },
    });
    await as('shift-lead').do(send, { orderId: waiting.id, ...toBureau });
    const both = [waiting.id, first];
    expect(await found('石狮子', 'handler', bureau)).toEqual(both);
    expect(await found('石狮子 住房和城乡建设局', 'handler', bureau)).toEqual(both);
    expect(await found('电话已隐去', 'handler', bureau)).toEqual(both);
    expect(await found(part, 'handler', bureau)).toEqual([]);
    expect(await found(`石狮子 ${part}`, 'handler', bureau)).toEqual([]);
    expect(await found(part, 'director')).toEqual(both);
  }),
);

test(
  'nor by the citizen’s own words once the text was put right for units, and it reads the right title',
  inCity(async ({ as, anOrder }) => {
    const order = await anOrder.toDispatch({ content: '我是石狮子旁的住户,路灯坏了' });
    await as('dispatcher').do(send, {
      orderId: order.id,
      ...toBureau,
      title: '玄武亭路灯不亮',
      content: '玄武亭边的路灯不亮',
    });
    const rows = async (q: string, ...who: Parameters<typeof as>) =>
      (await as(...who).do(searchOrders, { q })).rows;
    expect(await rows('石狮子', 'handler', bureau)).toEqual([]);
    expect(await rows('狮子旁', 'county-dispatcher', county)).toEqual([]);
    const units: Parameters<typeof as>[] = [
      ['handler', bureau],
      ['county-dispatcher', county],
    ];
    for (const who of units) {
      const [row] = await rows('玄武亭', ...who);
      expect(row).toMatchObject({ id: order.id, title: '玄武亭路灯不亮' });
      expect(await rows('胜利路口', ...who)).toHaveLength(1);
      expect(await rows(order.order_no, ...who)).toHaveLength(1);
    }
    const [own] = await rows('石狮子', 'agent');
    expect(own).toMatchObject({ id: order.id, title: '我是石狮子旁的住户,路灯坏了' });
  }),
);

test(
  'filters stand together: stage, urgency, matter, area, unit, overdue, days',
  inCity(async ({ as, anOrder, travelTo, clock }) => {
    const start = clock.now();
    const { orderId } = await anOrder.inProgress();
    const other = await anOrder.toDispatch({
      matterCode: '010102',
      areaCode: '350626100000',
      urgency: 'U2',
    });
    const dispatcher = as('dispatcher');
    type Asked = Omit<Parameters<typeof searchOrders>[1], 'cursor'>;
    const found = async (asked: Asked) =>
      (await dispatcher.do(searchOrders, asked)).rows.map(({ id }) => id);
    expect(await found({})).toEqual([other.id, orderId]);
    expect(await found({ status: 'to-dispatch' })).toEqual([other.id]);
    expect(await found({ urgency: 'U2' })).toEqual([other.id]);
    expect(await found({ matter: '0101' })).toEqual([other.id, orderId]);
    expect(await found({ matter: '010105' })).toEqual([orderId]);
    expect(await found({ area: '350626' })).toEqual([other.id]);
    expect(await found({ area: '350602001000' })).toEqual([orderId]);
    expect(await found({ area: '350600000000' })).toEqual([other.id, orderId]);
    expect(await found({ unit: '350600.zjj' })).toEqual([orderId]);
    expect(await found({ unit: '350600' })).toEqual([orderId]);
    expect(await found({ unit: '350699.none' })).toEqual([]);
    expect(await found({ from: '2026-03-02', to: '2026-03-02' })).toEqual([other.id, orderId]);
    expect(await found({ to: '2026-03-01' })).toEqual([]);
    expect(await found({ from: '2026-03-03' })).toEqual([]);
    expect(await found({ overdue: 'yes' })).toEqual([]);
    await travelTo(new Date(start.getTime() + 60 * 86_400_000));
    expect(await found({ overdue: 'yes', unit: '350600.zjj' })).toEqual([orderId]);
    expect(await found({ overdue: 'yes', unit: '350626' })).toEqual([]);
  }),
);

test(
  'a telephone number is not searched for in an address',
  inCity(async ({ as }) => {
    const q = inventedPhoneOf('somebody');
    await expect(as('agent').do(searchOrders, { q })).rejects.toMatchObject({
      code: 'orders.search-phone',
    });
    expect((await as('agent').do(searchOrders, { q: '!?。' })).rows).toEqual([]);
  }),
);

test(
  'closed on a day means closed by a call-back on that day of the city',
  inCity(async ({ as, ctx, anOrder }) => {
    const orderId = await anOrder.forCallBack();
    await orders.change(ctx, orderId, {
      close_kind: 'solved',
      closed_at: new Date('2026-03-02T16:30:00Z'),
    });
    const closed = async (closedOn: string) =>
      (await as('director').do(searchOrders, { closedOn })).rows.map(({ id }) => id);
    expect(await closed('2026-03-03')).toEqual([orderId]);
    expect(await closed('2026-03-02')).toEqual([]);
  }),
);

test(
  'found by the matter’s own fields, as they are read',
  inCity(async ({ as, anOrder }) => {
    const order = await anOrder.toDispatch({
      matterCode: '010102',
      fields: { road_name: '澄观道北段', cover_state: 'missing', guarded: false },
    });
    const { rows } = await as('agent').do(searchOrders, { q: '澄观道' });
    expect(rows.map(({ id }) => id)).toEqual([order.id]);
  }),
);
