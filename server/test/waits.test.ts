import type { WaitKind } from '@minsheng/contract/words/waits.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { askSuspension } from '../src/modules/deferrals/ask.ts';
import * as orders from '../src/modules/orders/index.ts';
import { supervise } from '../src/modules/supervision/supervise.ts';
import { supervisionsOf } from '../src/modules/supervision/supervisions.repo.ts';
import { inCity } from './kit.ts';
import { askInfo, decideDeferral } from './use-cases.ts';
import { declareOff, far, justBefore, latesOf, movesOf, signed, waitOf } from './waiting-kit.ts';
import { type Kit, scenes, words } from './waiting-scenes.ts';
import { centreScenes } from './waiting-scenes-centre.ts';
import { clueScenes } from './waiting-scenes-clues.ts';
import { mediaScenes } from './waiting-scenes-media.ts';
import { retentionScenes } from './waiting-scenes-retention.ts';
import { upkeepScenes } from './waiting-scenes-upkeep.ts';

const messages = async ({ ctx }: Kit): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from notices.message
    where city_id = ${ctx.cityId} and template = 'wait-late'`.execute(ctx.tx);
  return rows[0]?.count ?? 0;
};

for (const [kind, scene] of Object.entries({
  ...scenes,
  ...centreScenes,
  ...mediaScenes,
  ...clueScenes,
  ...upkeepScenes,
  ...retentionScenes,
}) as [WaitKind, NonNullable<(typeof scenes)['visit']>][]) {
  test(
    `${kind}: nobody acts, so one is told at the end and the next above later, each once`,
    inCity(async (kit) => {
      const { id, act } = await scene(kit);
      const begun = await waitOf(kit, id, kind);
      expect(begun).not.toBeNull();
      await kit.travelTo(justBefore(begun?.due ?? far));
      await kit.drain();
      expect(await latesOf(kit, id, kind)).toEqual([]);
      await kit.travelTo(begun?.due ?? far);
      await kit.drain();
      await kit.drain();
      expect(await latesOf(kit, id, kind)).toEqual([1]);
      const told = await messages(kit);
      expect(told).toBeGreaterThan(0);
      const again = await waitOf(kit, id, kind);
      await kit.travelTo(again?.ring ?? far);
      await kit.drain();
      expect(await latesOf(kit, id, kind)).toEqual([1, 2]);
      expect(await messages(kit)).toBeGreaterThan(told);
      await kit.travelTo(new Date((again?.ring ?? far).getTime() + 30 * 86_400_000));
      await kit.drain();
      expect(await latesOf(kit, id, kind)).toEqual([1, 2]);
      if (kind !== 'conduct-review') await act();
    }),
  );

  test(
    `${kind}: done in time, nobody is told`,
    inCity(async (kit) => {
      const { id, act } = await scene(kit);
      const begun = await waitOf(kit, id, kind);
      await act();
      await kit.travelTo(new Date((begun?.due ?? far).getTime() + 10 * 86_400_000));
      await kit.drain();
      expect(await latesOf(kit, id, kind)).toEqual([]);
      // Another of the kind may have begun meanwhile.
      expect((await waitOf(kit, id, kind))?.no).not.toBe(begun?.no);
    }),
  );
}

test(
  'a day closed by the typhoon moves the wait for the requester, once, and it ends at the moved instant',
  inCity(async (kit) => {
    const { ctx, system, drain, travelTo } = kit;
    const { orderId, assignmentId, handler } = await signed(kit);
    await handler.do(askInfo, { orderId, assignmentId, question: '请补充灯杆编号。' });
    const before = (await waitOf(kit, orderId, 'need-info'))?.due ?? far;
    await declareOff(kit, '2026-03-03');
    const after = (await waitOf(kit, orderId, 'need-info'))?.due ?? far;
    expect(after > before).toBe(true);
    const moved = { wait: 'need-info', from: before.toISOString(), dueAt: after.toISOString() };
    expect(await movesOf(kit, orderId)).toMatchObject([moved]);
    const { rows } = await sql<{ until: Date }>`
      select until_at as until from dispatch.pause where order_id = ${orderId}`.execute(ctx.tx);
    expect(rows).toEqual([{ until: after }]);
    // A day behind the end moves nothing.
    await declareOff(kit, '2026-03-30');
    expect(await movesOf(kit, orderId)).toHaveLength(1);

    const status = async () => (await system.do(orders.find, orderId))?.status;
    await travelTo(before);
    await drain();
    expect(await status()).toBe('need-info');
    await travelTo(after);
    await drain();
    expect(await status()).toBe('in-progress');
  }),
);

const moreThatMove = ['ruling', 'guidance-check', 'contest-ruling'] as const;

test(
  'a suspension, a ruling, a check of guidance, an answer to supervision and what waits for the centre follow it as well',
  inCity(async (kit) => {
    const { as } = kit;
    const { orderId, assignmentId, handler } = await signed(kit);
    const plan = '等待检测结论,出具后继续办理。';
    await handler.do(askSuspension, { orderId, assignmentId, reason: 'await-test', plan });
    await as('shift-lead').do(decideDeferral, { orderId, granted: true, words: '' });
    const supervised = (await kit.anOrder.inProgress()).orderId;
    await as('shift-lead').do(supervise, {
      orderId: supervised,
      level: 'S2',
      instrument: 'notice',
      reason: words,
      demands: words,
    });
    const waiting = [
      ['suspension', orderId],
      ['supervision-answer', supervised],
      ['supervision-unmoved', supervised],
    ] as [WaitKind, string][];
    const others = { ...scenes, ...centreScenes };
    for (const kind of [...moreThatMove, ...(Object.keys(centreScenes) as WaitKind[])])
      waiting.push([kind, (await others[kind]?.(kit))?.id ?? '']);
    const before = new Map<WaitKind, Date>();
    for (const [kind, id] of waiting) before.set(kind, (await waitOf(kit, id, kind))?.due ?? far);
    // From tomorrow on nobody works for a week.
    for (const day of ['02', '03', '04', '05', '06']) await declareOff(kit, `2026-03-${day}`);
    for (const [kind, id] of waiting) {
      const now = (await waitOf(kit, id, kind))?.due ?? far;
      expect(now > (before.get(kind) ?? far), kind).toBe(true);
      const own = (await movesOf(kit, id)).filter(({ wait }) => wait === kind);
      expect(own.at(-1), kind).toMatchObject({ dueAt: now.toISOString() });
    }
    const [given] = await supervisionsOf(kit.ctx, supervised);
    expect(given?.answer_due_at).toEqual(
      (await waitOf(kit, supervised, 'supervision-answer'))?.due,
    );
  }),
);
