import { expect, test } from 'vitest';
import { inventedPhoneOf } from '../../demo/invented.ts';
import './index.ts';
import { inCity } from '../../../test/kit.ts';
import type { Context } from '../../platform/context.ts';
import type { Kit } from '../../platform/testing/in-city.ts';
import { draftLetter } from '../letters/index.ts';
import { limitFor } from '../matters/index.ts';
import { tasksOf } from '../tasks/index.ts';
import { acceptCandidate } from './accept-candidate.ts';
import { askReading } from './ask-reading.ts';
import { addWord, dropWord, endWatch } from './change-watch.ts';
import { listNodes } from './list-nodes.ts';
import { readBy } from './make-reading.ts';
import { addNode, openNode } from './open-node.ts';
import { limitWatch, planWatch } from './plan-watch.ts';
import { readNodeBoard } from './read-board.ts';
import { listBehind, readNode } from './read-node.ts';
import { readWatch } from './read-watch.ts';
import { readZero } from './read-zero.ts';
import { reviewNode } from './review-node.ts';
import { ruleOnOrder, runZero } from './run-zero.ts';

const dongshan = '350626000000';
const tour = { matterCode: '120102', areaCode: dongshan, type: 'TS' as const };
const who = (no: number) => ({
  kind: 'person' as const,
  isSelf: true,
  tags: [],
  phone: inventedPhoneOf(`tourist ${no}`),
});
const cart = (content: string, no: number) => ({ ...tour, content, requester: who(no) });
const carts = [
  '苏峰山景区的观光车班次太少,等了两个钟头。',
  '苏峰山观光车班次少,老人小孩站着等。',
  '东山苏峰山观光车现场拥挤,没有人管。',
];
const reading = (system: Kit['system'], readingId: string) =>
  readBy((use) => system.do((ctx: Context) => use(ctx), undefined), readingId);
const watching = {
  ...{ name: '苏峰山景区 观光车', areaCode: '350626', names: ['苏峰山'] },
  ...{ aliases: ['小火车'], things: ['观光车'], reason: '去年和今年都有多人反映' },
};
const morning = (on: string) => new Date(`${on}T01:00:00Z`);

test(
  'a node compares by holiday day, finds objects with redacted reasons, and every number opens',
  inCity(async ({ as, system, anOrder, travelTo }) => {
    await travelTo(morning('2026-04-04'));
    for (const [no, content] of carts.entries()) await anOrder.toDispatch(cart(content, no));
    await travelTo(morning('2026-04-12'));
    await anOrder.toDispatch({ ...cart('铜山古城停车难。', 9), areaCode: dongshan });
    const analyst = as('analyst');
    const { nodeId } = await analyst.do(openNode, { code: 'may-day', year: 2026 });
    await expect(analyst.do(openNode, { code: 'may-day', year: 2026 })).rejects.toMatchObject({
      code: 'nodes.opened',
    });
    await expect(analyst.do(openNode, { code: 'no-day', year: 2026 })).rejects.toMatchObject({
      code: 'nodes.no-such-listed',
    });
    const { readingId } = await analyst.do(askReading, { nodeId });
    await expect(analyst.do(askReading, { nodeId })).rejects.toMatchObject({
      code: 'nodes.at-work',
    });
    await reading(system, readingId);
    const node = await analyst.do(readNode, { nodeId });
    expect(node).toMatchObject({ phase: 'ahead', first: '2026-05-01', from: '2026-04-28' });
    expect(node.reading).toMatchObject({ state: 'done', orders: 3, people: 3 });
    expect(node.again).toBeNull();
    const alike = node.reading?.windows.find(({ role }) => role === 'last-alike');
    expect(alike).toMatchObject({ name: '2026年清明', first: '2026-04-04', orders: 3 });
    expect(alike?.days.find(({ on }) => on === '2026-04-04')).toMatchObject({
      ...{ no: 0, orders: 3, people: 3 },
      label: '2026年清明第1天、清明第1天',
    });
    const [found] = node.candidates;
    expect(found).toMatchObject({ people: 3, areaName: '东山县', things: ['观光车'] });
    const behind = await analyst.do(listBehind, { candidateId: found?.id ?? '' });
    expect(behind.rows.map(({ role }) => role)).toEqual(['last-alike', 'last-alike', 'last-alike']);
    await expect(analyst.do(listBehind, { candidateId: nodeId })).rejects.toMatchObject({
      code: 'nodes.no-such-candidate',
    });

    const accepted = { nodeId, candidateId: found?.id ?? '', ...watching };
    const { watchId } = await analyst.do(acceptCandidate, accepted);
    // Pressed by a second person, or as an object of their own: it is the same one.
    const { candidateId: _, ...again } = accepted;
    for (const twice of [accepted, again])
      await expect(analyst.do(acceptCandidate, twice)).rejects.toMatchObject({
        code: 'nodes.watched',
      });
    const other = await analyst.do(openNode, { code: 'dragon-boat', year: 2026 });
    await expect(
      analyst.do(acceptCandidate, { ...accepted, nodeId: other.nodeId }),
    ).rejects.toMatchObject({ code: 'nodes.no-such-candidate' });
    const next = await analyst.do(acceptCandidate, { ...again, nodeId: other.nodeId });
    const [first, second] = await Promise.all([
      analyst.do(readWatch, { watchId }),
      analyst.do(readWatch, { watchId: next.watchId }),
    ]);
    expect(second.objectId).toBe(first.objectId);
    // Nothing to look at yet: no zero.
    await expect(analyst.do(runZero, { watchId })).rejects.toMatchObject({
      code: 'nodes.not-begun',
    });
    expect((await analyst.do(readZero, { watchId })).can.work).toBe(false);
    // While it is read once more, the letter says what it went by.
    await analyst.do(askReading, { nodeId });
    const meanwhile = await analyst.do(readNode, { nodeId });
    expect(meanwhile).toMatchObject({ again: 'waiting', reading: { state: 'done', orders: 3 } });
    expect(meanwhile.candidates).toHaveLength(node.candidates.length);
    expect((await analyst.do(readWatch, { watchId })).letter.slots.basis).toContain('2026年清明');
    const watch = await analyst.do(readWatch, { watchId });
    expect(watch.snapshot).toMatchObject({ people: 3, orders: 3 });
    expect(watch.countyUnit?.code).toBe('350626');
    const { letterId } = await analyst.do(draftLetter, {
      ...watch.letter,
      toUnits: ['350626'],
      concern: { kind: 'watch', id: watchId },
    });
    expect(letterId).toMatch(/-/);
    await expect(
      analyst.do(draftLetter, {
        ...watch.letter,
        toUnits: ['350626'],
        concern: { kind: 'watch', id: nodeId },
      }),
    ).rejects.toMatchObject({ code: 'letters.no-such-concern' });

    const row = { title: '增加班次', wanted: '节前增加观光车班次', unit: '350626.wlj' };
    const plan = (finishOn: string) => ({ watchId, rows: [{ ...row, finishOn }] });
    await expect(analyst.do(planWatch, plan('2026-05-01'))).rejects.toMatchObject({
      code: 'nodes.plan-too-late',
    });
    await analyst.do(planWatch, plan('2026-04-28'));
    const given = await system.do(tasksOf, { kind: 'watch', id: watchId });
    expect(given).toMatchObject([{ title: row.title, unit: { code: row.unit } }]);
  }),
);

test(
  'the zero is broken by a nickname, another matter, another channel, a sound; a person rules one out; a sum counts each once',
  inCity(async ({ as, anOrder, travelTo, drain }) => {
    const analyst = as('analyst');
    const { nodeId } = await analyst.do(openNode, { code: 'national-day', year: 2026 });
    const nested = await analyst.do(openNode, { code: 'mid-autumn', year: 2026 });
    const { watchId } = await analyst.do(acceptCandidate, { nodeId, ...watching });
    const { objectId } = await analyst.do(readWatch, { watchId });
    const other = { nodeId: nested.nodeId, objectId, ...watching };
    const { watchId: nestedId } = await analyst.do(acceptCandidate, other);
    await expect(analyst.do(acceptCandidate, other)).rejects.toMatchObject({
      code: 'nodes.watched',
    });
    await travelTo(morning('2026-09-28'));
    expect((await analyst.do(runZero, { watchId })).breaks).toBe(0);
    const breaking = [
      cart('东山那个小火车等了一上午。', 1),
      { ...cart('苏峰山观光车司机乱停车。', 2), matterCode: '010105' },
      { ...cart('苏峰山的观光车不开。', 3), channel: 'media' as const },
      { ...cart('苏峰山观光车撞人。', 4), channel: '110' as const },
    ];
    const ids: string[] = [];
    for (const order of breaking) ids.push((await anOrder.toDispatch(order)).id);
    const near = await anOrder.toDispatch(cart('景区观光车排队太久。', 5));
    await anOrder.toDispatch({ ...cart('小火车轨道坏了。', 6), areaCode: '350602001000' });
    await anOrder.toDispatch({ ...cart('苏峰山观光车师傅热心,表扬。', 7), type: 'BY' });
    // Read by named persons alone: neither found nor said to have been looked at.
    await anOrder.toDispatch({ ...cart('苏峰山观光车收费不开票。', 8), type: 'JB', secrecy: 3 });
    await travelTo(morning('2026-09-29'));
    await analyst.do(runZero, { watchId: nestedId });
    expect((await analyst.do(runZero, { watchId })).breaks).toBe(4);
    const zero = await analyst.do(readZero, { watchId });
    expect(zero.last?.channels).toContain('grid');
    expect(zero.last?.channels).not.toContain('proactive');
    expect(zero.last?.breaking.map(({ orderId }) => orderId).toSorted()).toEqual(ids.toSorted());
    expect(zero.last).toMatchObject({ isOver: false, aliases: ['小火车'], countyName: '东山县' });
    expect(zero.last?.coverage).toMatchObject({ countyOrders: 6, notCounted: 2 });
    expect(zero.perhaps.map(({ orderId }) => orderId)).toEqual([near.id]);
    expect(zero.together).toBe(4);
    expect(zero.others.map(({ breaks }) => breaks)).toEqual([4, 4]);
    const board = await analyst.do(readNodeBoard, { nodeId });
    expect(board.together).toMatchObject({ orders: 4, open: 4, overdue: 0 });
    expect(board.open).toHaveLength(4);

    const [first = ''] = ids;
    const why = '说的是游乐园的小火车';
    await analyst.do(ruleOnOrder, { watchId, orderId: first, counts: false, reason: why });
    await analyst.do(ruleOnOrder, { watchId, orderId: near.id, counts: true, reason: '就是它' });
    await expect(
      analyst.do(ruleOnOrder, { watchId, orderId: nodeId, counts: true, reason: '没有的事' }),
    ).rejects.toMatchObject({ code: 'nodes.no-such-order' });
    const after = await analyst.do(readZero, { watchId });
    expect(after.last?.breaks).toBe(4);
    expect(after.last?.ruledOut).toMatchObject([{ orderId: first, ruling: { reason: why } }]);

    // When the window is over the query runs by itself, and the node is reviewed once.
    const review = { nodeId, words: '窗口期内仍有反映,需继续关注。', watches: [] };
    await expect(analyst.do(reviewNode, review)).rejects.toMatchObject({ code: 'nodes.not-over' });
    await travelTo(morning('2026-10-10'));
    await drain();
    expect((await analyst.do(readZero, { watchId })).last?.isOver).toBe(true);
    const stays = [{ watchId, stays: true, words: '运力仍不足' }];
    await analyst.do(reviewNode, { ...review, watches: stays });
    await expect(analyst.do(reviewNode, review)).rejects.toMatchObject({ code: 'nodes.reviewed' });
    await expect(
      analyst.do(ruleOnOrder, { watchId, orderId: near.id, counts: false, reason: '算了不计' }),
    ).rejects.toMatchObject({ code: 'nodes.reviewed' });
    const next = await analyst.do(openNode, { code: 'national-day', year: 2027 });
    expect((await analyst.do(readNode, next)).lastReview).toMatchObject({
      stays: [{ objectId, words: '运力仍不足' }],
    });
  }),
);

test(
  'within its window the watched matters of the county get the shorter limit, and nothing else does',
  inCity(async ({ as }) => {
    const analyst = as('analyst');
    const { nodeId } = await analyst.do(openNode, { code: 'may-day', year: 2026 });
    const { watchId } = await analyst.do(acceptCandidate, { nodeId, ...watching });
    await analyst.do(limitWatch, { watchId, matters: ['120202'], isOn: true });
    const asked = {
      ...{ urgency: 'U3' as const, type: 'TS' as const, channel: 'phone' as const },
      ...{ matterCode: '120202', areaCode: dongshan, at: morning('2026-05-02') },
    };
    const limitOf = async (over: Partial<typeof asked>) =>
      as('analyst').do(
        async (own) => (await limitFor(own, { ...asked, ...over })).limit.code,
        null,
      );
    expect(await limitOf({})).toBe('E24');
    expect(await limitOf({ at: morning('2026-05-20') })).not.toBe('E24');
    expect(await limitOf({ areaCode: '350602001000' })).not.toBe('E24');
    expect((await analyst.do(readWatch, { watchId })).limit).toMatchObject({ isOn: true });
    await analyst.do(limitWatch, { watchId, matters: [], isOn: false });
    expect(await limitOf({})).not.toBe('E24');
    await expect(
      analyst.do(limitWatch, { watchId, matters: [], isOn: true }),
    ).rejects.toMatchObject({ code: 'nodes.no-limit' });
  }),
);

test(
  'words of an object come and go, one name stays; what is watched no more changes no more',
  inCity(async ({ as, travelTo }) => {
    const analyst = as('analyst');
    const days = { first: '2026-03-20', last: '2026-03-22', daysBefore: 2, daysAfter: 1 };
    const own = { name: '花朝节(示例)', family: 'event' as const, areas: [], matters: ['12'] };
    const { nodeId } = await analyst.do(addNode, { ...own, ...days });
    await expect(analyst.do(addNode, { ...own, ...days })).rejects.toMatchObject({
      code: 'nodes.opened',
    });
    await expect(
      analyst.do(addNode, { ...own, ...days, last: '2026-03-01' }),
    ).rejects.toMatchObject({ code: 'nodes.bad-days' });
    const { watchId } = await analyst.do(acceptCandidate, { nodeId, ...watching });
    await analyst.do(addWord, { watchId, kind: 'alias', word: '电瓶车' });
    await expect(
      analyst.do(addWord, { watchId, kind: 'alias', word: '电瓶车' }),
    ).rejects.toMatchObject({ code: 'nodes.word-known' });
    const { words } = await analyst.do(readWatch, { watchId });
    const idOf = (word: string) => words.find((one) => one.word === word)?.id ?? nodeId;
    await analyst.do(dropWord, { watchId, wordId: idOf('电瓶车') });
    await expect(analyst.do(dropWord, { watchId, wordId: idOf('电瓶车') })).rejects.toMatchObject({
      code: 'nodes.no-such-word',
    });
    await expect(analyst.do(dropWord, { watchId, wordId: idOf('苏峰山') })).rejects.toMatchObject({
      code: 'nodes.last-name',
    });
    const ended = await analyst.do(acceptCandidate, { nodeId, ...watching, name: '花街 摆渡车' });
    await analyst.do(endWatch, { watchId: ended.watchId, reason: '改由别的节点关注' });
    await travelTo(morning('2026-03-25'));
    await expect(
      analyst.do(limitWatch, { watchId, matters: ['12'], isOn: true }),
    ).rejects.toMatchObject({ code: 'nodes.limit-over' });
    await expect(analyst.do(endWatch, { watchId, reason: '不想让人看见' })).rejects.toMatchObject({
      code: 'nodes.window-over',
    });
    await expect(
      analyst.do(addWord, { watchId: ended.watchId, kind: 'thing', word: '摆渡车' }),
    ).rejects.toMatchObject({ code: 'nodes.not-watched' });
    await expect(analyst.do(readWatch, { watchId: nodeId })).rejects.toMatchObject({
      code: 'nodes.no-such-watch',
    });
    await expect(analyst.do(readNode, { nodeId: watchId })).rejects.toMatchObject({
      code: 'nodes.no-such-node',
    });
    const list = await analyst.do(listNodes, { year: 2026 });
    expect(list.rows.map(({ name }) => name)).toEqual([own.name]);
    expect(list.listed.map(({ code }) => code)).toContain('dragon-boat');
  }),
);
