import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptCounters, realCounters } from '../../../test/desk-counters.ts';
import { inCity } from '../../../test/kit.ts';
import { leaningNames, likelyMove, moves } from '../../../test/random-walk/moves.ts';
import { NothingToDo } from '../../../test/random-walk/unit-moves.ts';
import { walkOf } from '../../../test/random-walk/walk.ts';
import { acceptByRule, checkAccepted } from '../../../test/use-cases.ts';
import { Refusal } from '../../platform/refusal.ts';
import './index.ts';

const lives = fc.array(
  fc.record({
    matterCode: fc.constantFrom('010105', '020103'),
    urgency: fc.constantFrom('U3', 'U2', 'U1' as const),
    secrecy: fc.constantFrom(0, 1, 3 as const),
    leaning: fc.constantFrom(...leaningNames),
    picks: fc.array(fc.nat(2 ** 24), { minLength: 10, maxLength: 35 }),
  }),
  { minLength: 2, maxLength: 4 },
);
const seed = Number(process.env.WALK_SEED ?? 12345);
/** Several orders each; `npm run long` lives many more. */
const lifeCount = Math.ceil(Number(process.env.WALK_RUNS ?? 56) / 4);
const msPerLife = 18_000;

test('after any lives of any orders each counter is what counting the rows gives', {
  timeout: lifeCount * msPerLife,
}, async () => {
  const moved = new Set<string>();
  const property = fc.asyncProperty(lives, async (each) => {
    await inCity(async ({ anOrder, ...kit }) => {
      for (const { picks, matterCode, leaning, ...how } of each) {
        const place = { matterCode, areaCode: '350626100000' };
        const { id } = await anOrder.waiting({ ...place, ...how });
        // 特急: nobody took it; afterwards somebody may look at what the rule did.
        if (how.urgency === 'U1') await kit.system.do(acceptByRule, id);
        if (how.urgency === 'U1' && (picks[0] ?? 0) % 3 === 0)
          await kit.as('shift-lead').do(checkAccepted, { orderId: id, isRight: true, note: '' });
        const walk = walkOf(kit, {
          orderId: id,
          matterCode,
          isSecret: how.secrecy === 3,
        });
        for (const pick of picks) {
          const { status } = await walk.standing();
          const isNaming = how.secrecy === 3 && pick % 3 === 0;
          await moves[isNaming ? 'name-readers' : likelyMove(status, pick, leaning)](
            walk,
            pick >> 8,
          ).catch((error) => {
            if (!(error instanceof Refusal || error instanceof NothingToDo)) throw error;
          });
        }
      }
      await kit.travelTo(new Date(kit.clock.now().getTime() + 40 * 86_400_000));
      await kit.drain();
      const counted = await keptCounters(kit.ctx);
      for (const { key } of counted) {
        moved.add(key.split(':').slice(-2).join(':'));
        if (key.startsWith('reader:')) moved.add('reader');
      }
      expect(counted).toEqual(await realCounters(kit.ctx));
    })();
  });
  await fc.assert(property, { numRuns: lifeCount, seed });
  // Lives that never get anywhere prove nothing.
  for (const key of [
    'order:in-progress',
    'order:to-check',
    '350626:unit-sent',
    '350626:unit-to-name',
  ])
    expect([...moved]).toContain(key);
  expect([...moved]).toContain('reader');
});
