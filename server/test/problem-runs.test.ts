import { afterAll, beforeAll, expect, test } from 'vitest';
import { inventedPhoneOf } from '../src/demo/invented.ts';
import { createOrder } from '../src/modules/intake/create-order.ts';
import { makeRun } from '../src/modules/problems/make-run.ts';
import { readProblem } from '../src/modules/problems/read-problem.ts';
import { readRun } from '../src/modules/problems/read-runs.ts';
import * as runs from '../src/modules/problems/runs.repo.ts';
import { systemActor } from '../src/platform/actor.ts';
import type { Context } from '../src/platform/context.ts';
import { actorAs } from '../src/platform/testing/actors.ts';
import type { TestServer } from '../src/platform/testing/test-server.ts';
import { transact } from '../src/platform/transact.ts';
import { testServer } from './kit.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
}, 180_000);
afterAll(() => server.stop());

const inOne = <T>(role: 'agent' | 'analyst', use: (ctx: Context) => Promise<T>): Promise<T> =>
  transact(server.runtime, actorAs(role, server.runtime.clock.now()), use);

const mixer = [
  '青岚苑小区西侧的混凝土搅拌站整天粉尘,罐车进出噪音很大。',
  '搅拌站夜里还在生产,罐车的噪音让人睡不着,青岚苑的住户都受不了。',
  '青岚苑旁边的搅拌站离居民楼只有几十米,粉尘落满阳台。',
  '青岚苑小区外的搅拌站粉尘污染,老人咳嗽,没人敢开窗。',
];
const others = [
  '金桂湾小区电梯停运两周,维保单位说等配件。',
  '异地就医怎么备案,父亲在外省住院。',
  '公交车司机没等老人坐稳就开车。',
  '学校门口放学时段堵得走不动。',
  '自来水发黄,烧开有股铁锈味。',
  '楼上装修,周末早上六点就开始敲墙。',
];

const write = (content: string, no: number): Promise<{ orderId: string }> =>
  inOne('agent', (ctx) =>
    createOrder(ctx, {
      content,
      matterCode: '010105',
      type: 'TS',
      areaCode: '350602001000',
      address: '',
      fields: {},
      fileIds: [],
      anonymous: false,
      secrecy: 0,
      needsReply: true,
      needsCallBack: true,
      result: 'answer',
      answer: '已告知。',
      requester: { kind: 'person', isSelf: true, tags: [], phone: inventedPhoneOf(`run ${no}`) },
    }),
  );

/** Asked for without its job: the server's own worker would begin it beside the test. */
const ask = (): Promise<string> =>
  transact(server.runtime, systemActor, async (ctx) => {
    const id = ctx.newId();
    const asked = { from_on: '2026-02-01', to_on: '2026-03-02', area_code: null, matter: null };
    await runs.insert(ctx, id, { ...asked, without: [] });
    return id;
  });

test('a run reads the city into its thread, groups, ranks and keeps; done once, it is not done again', async () => {
  const written: string[] = [];
  for (const [no, content] of [...mixer, ...others].entries())
    written.push((await write(content, no)).orderId);
  const { runtime } = server;
  const runId = await ask();
  await makeRun(runtime, { runId });
  const { run, rows } = await inOne('analyst', (ctx) => readRun(ctx, { runId }));
  expect(run).toMatchObject({ state: 'done', messages: written.length, messagesBefore: null });
  const first = rows[0];
  expect(first).toMatchObject({ rank: 1, people: 4, messages: 4, state: 'open' });
  expect(first?.name).toContain('搅拌站');
  const whole = await inOne('analyst', (ctx) => readProblem(ctx, { problemId: first?.id ?? '' }));
  expect(whole.orders.map(({ order }) => order.id).toSorted()).toEqual(
    written.slice(0, mixer.length).toSorted(),
  );
  expect(whole.names.map(({ term }) => term).join()).toContain('青岚苑');

  await makeRun(runtime, { runId });
  expect((await inOne('analyst', (ctx) => readRun(ctx, { runId }))).rows).toEqual(rows);
}, 60_000);

test('a run that failed does not begin again beside one that was asked for since', async () => {
  const { runtime } = server;
  const [failed, since] = [await ask(), await ask()];
  const move = (id: string, state: 'failed' | 'done') =>
    transact(runtime, systemActor, (ctx) => runs.move(ctx, id, { state }));
  const stateOf = async () =>
    (await inOne('analyst', (ctx) => readRun(ctx, { runId: failed }))).run.state;
  await move(failed, 'failed');
  await makeRun(runtime, { runId: failed });
  expect(await stateOf()).toBe('failed');
  await move(since, 'done');
  await makeRun(runtime, { runId: failed });
  expect(await stateOf()).toBe('done');
}, 60_000);
