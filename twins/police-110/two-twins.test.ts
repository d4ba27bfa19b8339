import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { aTransfer, type Pair, startPair } from './testing/pair.ts';
import { type Twin, until } from './testing/twin.ts';

// Two programs on a busy machine take their time.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let pair: Pair;
beforeAll(async () => {
  pair = await startPair();
});
afterAll(() => pair.end());

const opened = z.object({ number: z.string() });

async function handOver(from: Twin, title: string): Promise<string> {
  return opened.parse(await from.control('POST', 'cases', aTransfer(title))).number;
}

async function arrivedAt(to: Twin, theirNumber: string): Promise<string> {
  const find = async () =>
    (await to.cases()).find(({ peer_number }) => peer_number === theirNumber)?.number;
  await until(async () => (await find()) !== undefined);
  return (await find()) ?? '';
}

const act = (twin: Twin, number: string, said: object) =>
  twin.control('POST', `cases/${number}/act`, said);

const stateAt = async (twin: Twin, number: string) => (await twin.case(number)).case.state;

test('handed over, taken, worked on, answered: both sides end the same', async () => {
  const { police, hotline } = pair;
  const own = await handOver(police, '路灯不亮');
  const theirs = await arrivedAt(hotline, own);
  await act(hotline, theirs, { kind: 'accept' });
  await act(hotline, theirs, { kind: 'progress', stage: 'arrived', words: '到场。' });
  await act(hotline, theirs, { kind: 'result', outcome: 'done', words: '修好了。' });
  await until(async () => (await stateAt(police, own)) === 'done');
  const seen = await police.case(own);
  expect(seen.case.peer_number).toBe(theirs);
  expect(seen.received.map(({ kind }) => kind)).toEqual(['accept', 'progress', 'result']);
  expect((await hotline.case(theirs)).sent.map(({ state }) => state)).toEqual(
    seen.received.map(() => 'sent'),
  );
});

test('returned with a reason; taken back before it is taken', async () => {
  const { police, hotline } = pair;
  const first = await handOver(police, '噪声扰民');
  const atHotline = await arrivedAt(hotline, first);
  await act(hotline, atHotline, { kind: 'return', reasonCode: 'not-ours', reason: '属警务。' });
  await until(async () => (await stateAt(police, first)) === 'returned');
  const second = await handOver(police, '井盖缺失');
  const other = await arrivedAt(hotline, second);
  await act(police, second, { kind: 'withdraw', reason: '重复移送。' });
  await until(async () => (await stateAt(hotline, other)) === 'withdrawn');
  await expect(act(hotline, other, { kind: 'accept' })).rejects.toThrow('not-now');
});

test('taken and taken back at once: whoever cannot apply it shows it to a person', async () => {
  const { police, hotline } = pair;
  const own = await handOver(police, '同时撤回');
  const theirs = await arrivedAt(hotline, own);
  await until(async () => (await police.state()).unsent.waiting === 0);
  await hotline.control('POST', 'link', { cut: true });
  await act(hotline, theirs, { kind: 'accept' });
  await act(police, own, { kind: 'withdraw', reason: '不用了。' });
  await hotline.control('POST', 'link', { cut: false });
  await until(async () => (await police.case(own)).received.length === 1);
  await until(async () => (await hotline.case(theirs)).received.length === 2);
  expect((await police.case(own)).received.map(({ state }) => state)).toEqual(['dead']);
  expect((await hotline.case(theirs)).received.map(({ state }) => state)).toEqual([
    'applied',
    'dead',
  ]);
});

test('passed on to where it came from: refused as a circle, and a person sees it', async () => {
  const { police, hotline } = pair;
  const own = await handOver(hotline, '转了一圈');
  const theirs = await arrivedAt(police, own);
  const before = (await hotline.cases()).length;
  const pressed = await fetch(`${police.url}/cases/${theirs}/pass-on`, { method: 'POST' });
  const back = pressed.url.split('/').at(-1) ?? '';
  await until(async () => (await police.case(back)).sent.some(({ state }) => state === 'dead'));
  expect(await (await fetch(`${police.url}/cases/${back}`)).text()).toContain('转了一圈又回来了');
  expect((await hotline.cases()).length).toBe(before);
});

test('what the pretend 110 plays by itself', async () => {
  const { police, hotline } = pair;
  await police.control('POST', 'auto', { mode: 'whole' });
  const own = await handOver(hotline, '道路塌陷');
  await until(async () => (await stateAt(hotline, own)) === 'done');
  expect((await hotline.case(own)).received.map(({ kind }) => kind)).toEqual([
    'accept',
    'progress',
    'progress',
    'result',
  ]);
  await police.control('POST', 'auto', { mode: 'off' });
});

test('its pages say that it is a pretend one, and take what people press', async () => {
  const { police } = pair;
  const home = await (await fetch(police.url)).text();
  expect(home).toContain('不是真实的公安系统');
  const form = new URLSearchParams({
    title: '<b>粗体</b>',
    words: '测试',
    place: '示例路',
    mode: 'push',
  });
  const made = await fetch(`${police.url}/new`, { method: 'POST', body: form });
  const shown = await made.text();
  expect(made.url).toMatch(/\/cases\/J\d+$/);
  expect(shown).toContain('&lt;b&gt;粗体&lt;/b&gt;');
  const foreign = await fetch(`${police.url}/link`, {
    method: 'POST',
    headers: { origin: 'http://example.invalid' },
    body: new URLSearchParams({ cut: 'yes' }),
  });
  expect(foreign.status).toBe(403);
  expect((await police.state()).isCut).toBe(false);
});
