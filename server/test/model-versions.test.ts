import type { AppealType } from '@minsheng/contract/words/order.ts';
import type { Role } from '@minsheng/contract/words/roles.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inventedPhoneOf } from '../src/demo/invented.ts';
import { searchOrders } from '../src/modules/desk/index.ts';
import { createOrder } from '../src/modules/intake/create-order.ts';
import { askRetraining, askWhereDue } from '../src/modules/learning/ask-retraining.ts';
import { foldDays } from '../src/modules/learning/fold-days.ts';
import { catchUp } from '../src/modules/learning/follow-decisions.ts';
import { listModels } from '../src/modules/learning/list-models.ts';
import { liveModel } from '../src/modules/learning/live-models.ts';
import { putInUse } from '../src/modules/learning/put-in-use.ts';
import { readModelFigures } from '../src/modules/learning/read-figures.ts';
import { retrain } from '../src/modules/learning/retrain.ts';
import { suggestLabels } from '../src/modules/learning/suggest-labels.ts';
import { ask, training } from '../src/modules/learning/trainings.repo.ts';
import { inUse, latestOf } from '../src/modules/learning/versions.repo.ts';
import { systemActor } from '../src/platform/actor.ts';
import { beginEnding } from '../src/platform/beside.ts';
import type { Context, Runtime } from '../src/platform/context.ts';
import { historyOf, verifyChain } from '../src/platform/events.ts';
import { actorAs } from '../src/platform/testing/actors.ts';
import type { TestServer } from '../src/platform/testing/test-server.ts';
import { transact } from '../src/platform/transact.ts';
import { testServer } from './kit.ts';
import { pretendPorts } from './pretend-ports.ts';

let server: TestServer;
let one: Runtime;
/** A second process on the same database. */
let other: Runtime;
beforeAll(async () => {
  server = await testServer();
  one = server.runtime;
  other = { ...one, ports: pretendPorts() };
}, 180_000);
afterAll(() => server.stop());

const asSystem = <T>(runtime: Runtime, use: (ctx: Context) => Promise<T>): Promise<T> =>
  transact(runtime, systemActor, use);
const asAnalyst = <T>(use: (ctx: Context) => Promise<T>): Promise<T> =>
  transact(one, actorAs('analyst', one.clock.now()), use);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const figuresOfTypes = () => asAnalyst((ctx) => readModelFigures(ctx, { kind: 'type' }));

let told = 0;
async function decide(runtime: Runtime, content: string, type: AppealType): Promise<void> {
  told += 1;
  await transact(runtime, actorAs('agent', runtime.clock.now()), (ctx) =>
    createOrder(ctx, {
      content,
      matterCode: '010105',
      type,
      areaCode: '350602001000',
      address: '胜利路',
      fields: {},
      fileIds: [],
      anonymous: false,
      secrecy: 0,
      needsReply: true,
      needsCallBack: true,
      result: 'answer',
      answer: '已告知。',
      requester: {
        kind: 'person',
        isSelf: true,
        tags: [],
        phone: inventedPhoneOf(`teacher ${told}`),
      },
    }),
  );
}

/** Asked for without its job: the server's own worker would begin it beside the test. */
const asked = (): Promise<{ kind: 'type'; id: string }> =>
  asAnalyst(async (ctx) => {
    const id = ctx.newId();
    await ask(ctx, 'type', id);
    return { kind: 'type', id };
  });

async function trained(): Promise<void> {
  await retrain(one, await asked());
}

const suggested = async (runtime: Runtime, content: string) => {
  const { labels } = await asSystem(runtime, (ctx) =>
    suggestLabels(ctx, 'type', { title: '', content }),
  );
  return labels[0]?.label;
};

describe('versions of a model', () => {
  test('the first stands as soon as there are enough decisions, and another process loads it', {
    timeout: 120_000,
  }, async () => {
    await asSystem(one, (ctx) => askWhereDue(ctx, 'type'));
    expect(await asSystem(one, (ctx) => training(ctx, 'type'))).toBeNull();
    for (let nr = 0; nr < 30; nr += 1) {
      await decide(one, `第${nr}天古榕广场喷雾降温桩往外喷水`, 'TS');
      await decide(one, `${nr}号楼的业主问补办证件要带哪些材料`, 'ZX');
    }
    await asSystem(one, (ctx) => askWhereDue(ctx, 'type'));
    const asked = await asSystem(one, (ctx) => training(ctx, 'type'));
    expect(asked?.state).toBe('waiting');
    // Whoever asks twice is told that it is at work.
    await expect(asAnalyst((ctx) => askRetraining(ctx, { kind: 'type' }))).rejects.toMatchObject({
      code: 'learning.at-work',
    });
    await retrain(one, { kind: 'type', id: asked?.id ?? '' });
    // Delivered twice, it is trained once.
    await retrain(one, { kind: 'type', id: asked?.id ?? '' });
    const { models } = await asAnalyst(listModels);
    expect(models[2]).toMatchObject({ kind: 'type', training: { state: 'done' } });
    expect(models[2]?.versions).toHaveLength(1);
    expect(models[2]?.versions[0]).toMatchObject({ number: 1, state: 'in-use', verdict: 'first' });
    // Nobody had suggested anything yet: all but the first fifth are replayed, each before it was learnt, on its own day.
    await asSystem(one, (ctx) => foldDays(ctx, 'type'));
    const { weeks, drift, coverage } = await figuresOfTypes();
    expect(weeks.map(({ count, unmet }) => [count, unmet])).toEqual([[48, null]]);
    expect(drift).toMatchObject({ version: 1, samples: 60 });
    expect(coverage[0]).toMatchObject({ precision: 0.9, of: 48 });
    const model = await asSystem(other, (ctx) => liveModel(ctx, 'type'));
    expect(model).toMatchObject({ name: '#1', taught: 60 });
    expect(await suggested(other, '古榕广场的喷雾降温桩又在喷水了')).toBe('TS');
  });

  test('what is decided through one process teaches the other, without a restart', {
    timeout: 60_000,
  }, async () => {
    // What was folded is folded to an instant; on a clock that stands nothing comes after it.
    server.clock.set(new Date(one.clock.now().getTime() + 60_000));
    const strange = '智能快递柜往外弹门,喷水一样往外弹';
    expect(await suggested(other, strange)).not.toBe('ZX');
    for (const when of ['早上', '中午', '晚上', '昨天', '前天', '周末'])
      await decide(one, `${when}智能快递柜往外弹门喷水一样`, 'ZX');
    await pause(1_100);
    await asSystem(other, (ctx) => catchUp(ctx, 'type'));
    expect(await suggested(other, strange)).toBe('ZX');
    // Both have learnt it; what the first said of it is kept once.
    await asSystem(one, (ctx) => catchUp(ctx, 'type'));
    const { rows } = await sql<{ kept: number }>`
      select count(*)::integer as kept from learning.suggestion where kind = 'type'`.execute(
      one.db.kysely,
    );
    expect(rows[0]?.kept).toBe(48 + 6);
    // Folded twice, counted once; the page shows what was judged before it was learnt.
    await asSystem(one, (ctx) => foldDays(ctx, 'type'));
    await asSystem(one, (ctx) => foldDays(ctx, 'type'));
    const figures = await figuresOfTypes();
    const sum = (counts: readonly { count: number }[]) =>
      counts.reduce((total, { count }) => total + count, 0);
    expect(sum(figures.weeks)).toBe(54);
    expect(sum(figures.steps)).toBe(54);
    expect(figures.labels).toMatchObject([{ label: 'ZX' }, { label: 'TS' }]);
    const first = figures.weeks.reduce((total, week) => total + week.first, 0);
    expect(sum(figures.mistaken)).toBe(54 - first);
  });

  test('every number of the page opens the orders behind it, for who may see them', async () => {
    const figures = await figuresOfTypes();
    const days = { judgedFrom: figures.since, judgedTo: figures.today };
    const found = async (role: Role, filters: Parameters<typeof searchOrders>[1]) =>
      transact(one, actorAs(role, one.clock.now()), async (ctx) => {
        const { appeals } = await searchOrders(ctx, { judged: 'type', ...days, ...filters });
        return appeals;
      });
    const [label] = figures.labels;
    const wrong = (label?.count ?? 0) - (label?.first ?? 0);
    expect(wrong).toBeGreaterThan(0);
    const ofLabel = { judgedLabel: label?.label };
    expect(await found('analyst', { judgedHit: 'wrong', ...ofLabel })).toBe(wrong);
    expect(await found('analyst', { judgedHit: 'right', ...ofLabel })).toBe(label?.first);
    const [pair] = figures.mistaken;
    const ofPair = { judgedLabel: pair?.label, judgedGiven: pair?.given };
    expect(await found('analyst', { judgedHit: 'wrong', ...ofPair })).toBe(pair?.count);
    for (const { step, count } of figures.steps) {
      const span = {
        judgedSaidFrom: step * 10,
        judgedSaidBelow: step === 9 ? 101 : step * 10 + 10,
      };
      expect([step, await found('analyst', { judgedHit: 'any', ...span })]).toEqual([step, count]);
    }
    const later = { judgedFrom: '2027-01-01', judgedTo: '2027-01-02' };
    expect(await found('analyst', { judgedHit: 'any', ...later })).toBe(0);
    // Everything here was answered by the centre: a unit sees none of it.
    expect(await found('handler', { judgedHit: 'any' })).toBe(0);
  });

  test('a person goes back with a reason; the next one waits for a person, and every step is an event', {
    timeout: 120_000,
  }, async () => {
    await trained();
    const [second, first] = await asSystem(one, (ctx) => latestOf(ctx, 'type', 5));
    expect(second).toMatchObject({ number: 2, state: 'in-use', verdict: 'too-few' });
    expect(first).toMatchObject({ number: 1, state: 'former' });
    const back = { versionId: first?.id ?? '', reason: '新版本把路灯认成垃圾' };
    await expect(
      transact(one, actorAs('shift-lead', one.clock.now()), (ctx) => putInUse(ctx, back)),
    ).rejects.toMatchObject({ code: 'identity.not-permitted' });
    await asAnalyst((ctx) => putInUse(ctx, back));
    await expect(asAnalyst((ctx) => putInUse(ctx, back))).rejects.toMatchObject({
      code: 'learning.already-in-use',
    });
    await pause(1_100);
    const live = await asSystem(other, (ctx) => liveModel(ctx, 'type'));
    expect(live?.name).toBe('#1');

    await trained();
    const [third, refused] = await asSystem(one, (ctx) => latestOf(ctx, 'type', 5));
    expect(third).toMatchObject({ number: 3, state: 'candidate', verdict: 'after-revert' });
    expect(refused).toMatchObject({ number: 2, state: 'refused' });
    expect((await asSystem(one, (ctx) => inUse(ctx, 'type')))?.number).toBe(1);
    await asAnalyst((ctx) => putInUse(ctx, { versionId: third?.id ?? '', reason: '已经核对' }));
    expect(await asSystem(one, (ctx) => inUse(ctx, 'type'))).toMatchObject({
      number: 3,
      came_by: 'person',
    });
    const chain = await asSystem(one, (ctx) =>
      historyOf(ctx, { kind: 'model', id: first?.id ?? '' }),
    );
    expect(chain.map(({ type }) => type)).toEqual([
      'learning.trained',
      'learning.put-in-use',
      'learning.reverted',
    ]);
    expect(verifyChain(chain)).toEqual({ ok: true });
  });

  test('what breaks a training leaves the version in use, and the job begins again', {
    timeout: 60_000,
  }, async () => {
    const which = await asked();
    let reads = 0;
    const broken: Runtime = {
      ...one,
      db: {
        ...one.db,
        transaction: (use) => {
          reads += 1;
          return reads === 3 ? Promise.reject(new Error('gone')) : one.db.transaction(use);
        },
      },
    };
    await expect(retrain(broken, which)).rejects.toThrow('gone');
    expect(await asSystem(one, (ctx) => training(ctx, 'type'))).toMatchObject({ state: 'failed' });
    expect((await asSystem(one, (ctx) => inUse(ctx, 'type')))?.number).toBe(3);
    await retrain(one, which);
    expect((await asSystem(one, (ctx) => latestOf(ctx, 'type', 1)))[0]?.number).toBe(4);
  });

  test('a training that ends together with the program has not failed: it is there to be begun, and at once', {
    timeout: 60_000,
  }, async () => {
    const which = await asked();
    const ending: Runtime = { ...one };
    beginEnding(ending);
    await retrain(ending, which);
    expect(await asSystem(one, (ctx) => training(ctx, 'type'))).toMatchObject({ state: 'running' });
    // The server's own worker is the next one.
    await expect
      .poll(() => asSystem(one, (ctx) => training(ctx, 'type')), { timeout: 50_000 })
      .toMatchObject({ id: which.id, state: 'done' });
  });
});
