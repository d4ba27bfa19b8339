import { sql } from 'kysely';
import { expect, test } from 'vitest';
import {
  aloneInCity,
  anOrdinary,
  bureau,
  type Kit,
  lamps,
  proposalOf,
  statusOf,
  switchOn,
  trusted,
} from '../../../test/auto-dispatch-kit.ts';
import { catchUp, send, suggestion } from '../../../test/use-cases.ts';
import { modelTrained } from '../learning/index.ts';
import { setBar } from './change-settings.ts';

const units = { assists: [], linkage: [], copies: [], note: '' };
const told = { content: '路口的路灯坏了三天,晚上很暗。' };

/** No row of the matter or its groups says who answers: what was sent before is all the machine has. */
async function taughtWithoutCatalogue(kit: Kit, times: number): Promise<void> {
  await sql`
    delete from dispatch.catalogue_row
    where city_id = ${kit.ctx.cityId} and ${lamps} like matter || '%'`.execute(kit.ctx.tx);
  await sql`
    update organisation.city set version = version + 1
    where city_id = ${kit.ctx.cityId}`.execute(kit.ctx.tx);
  const dispatcher = kit.as('dispatcher');
  for (let nr = 0; nr < times; nr += 1) {
    const isOther = nr % 2 === 1;
    const order = await kit.anOrder.toDispatch(
      isOther ? { content: '夜市烧烤摊占道经营油烟很大', matterCode: '030101' } : told,
    );
    const lead = isOther ? '350600.cgj' : bureau;
    await dispatcher.do(send, { orderId: order.id, lead, ...units });
  }
  await kit.drain();
  await modelTrained(kit.ctx, 'unit');
}

test(
  'what the desk is shown is what is written down, and where it is sure enough it goes by itself',
  { timeout: 120_000 },
  aloneInCity(async (kit) => {
    await taughtWithoutCatalogue(kit, 60);
    await trusted(kit);
    const watched = await anOrdinary(kit, told);
    await kit.drain();
    const { learnt } = await kit.as('dispatcher').do(suggestion, { orderId: watched.id });
    const kept = await proposalOf(kit.ctx, watched.id);
    expect(learnt[0]?.code).toBe(bureau);
    expect(kept).toMatchObject({ source: 'model', lead: bureau, sent_at: null, held: ['off'] });
    expect(kept?.probability).toBeCloseTo(learnt[0]?.probability ?? 0, 5);
    expect(kept?.model).not.toBeNull();

    // Sure for one bar, not for a higher one; the switch is on for both.
    await switchOn(kit);
    const sure = Math.floor((kept?.probability ?? 0) * 1000);
    const bar = async (surePermille: number) =>
      kit.as('director').do(setBar, { barPermille: 970, surePermille, reason: '试行' });
    await bar(1000);
    const doubted = await anOrdinary(kit, told);
    await kit.drain();
    expect(await proposalOf(kit.ctx, doubted.id)).toMatchObject({
      is_sure: false,
      held: ['unsure'],
    });
    expect(sure).toBeGreaterThan(900);
    await bar(900);
    const order = await anOrdinary(kit, told);
    await kit.drain();
    expect(await proposalOf(kit.ctx, order.id)).toMatchObject({ is_sure: true, held: [] });
    expect(await statusOf(kit, order.id)).toBe('in-progress');

    // A person decides what was left; the model keeps what it had said before it learns it. Nothing is learnt of what went by itself.
    await kit.as('dispatcher').do(send, { orderId: doubted.id, lead: '350600.cgj', ...units });
    await catchUp(kit.ctx, 'unit');
    const { rows } = await sql<{ order_id: string; given: string; label: string }>`
      select order_id, given, label from learning.suggestion
      where city_id = ${kit.ctx.cityId} and kind = 'unit'
        and order_id = any (${[doubted.id, order.id]}::uuid[])`.execute(kit.ctx.tx);
    expect(rows).toEqual([{ order_id: doubted.id, given: bureau, label: '350600.cgj' }]);
  }),
);
