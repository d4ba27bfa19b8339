import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { askWhereDue, fewestAfter } from './ask-retraining.ts';
import { move, training } from './trainings.repo.ts';

test('a training is due after a twentieth more decisions, within the hour of the last after twice as many', () => {
  expect(fewestAfter(null, false)).toBe(50);
  expect(fewestAfter(null, true)).toBe(50);
  expect(fewestAfter(10_001, false)).toBe(501);
  expect(fewestAfter(10_001, true)).toBe(10_001);
  expect([fewestAfter(60, false), fewestAfter(20, true)]).toEqual([50, 50]);
});

test(
  'where everything was decided alike there is nothing to tell apart, and it is asked again after an hour',
  inCity(async ({ ctx, system, travelTo, clock }) => {
    const kind = 'unit';
    await sql`
      insert into learning.decision (city_id, order_id, kind, label, decided_at)
      select ${ctx.cityId}, gen_random_uuid(), ${kind}, '350600.zjj', ${ctx.now}
      from generate_series(1, 60)`.execute(ctx.tx);
    const due = async () => {
      await system.do((inside) => askWhereDue(inside, kind), undefined);
      return training(ctx, kind);
    };
    const first = await due();
    expect(first?.state).toBe('waiting');
    const id = first?.id ?? '';
    await move(ctx, { kind, id }, { state: 'done' });
    expect(await due()).toMatchObject({ id, state: 'done' });
    await travelTo(new Date(clock.now().getTime() + 61 * 60_000));
    expect(await due()).toMatchObject({ state: 'waiting' });
  }),
);
