import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { decrypt } from '../../platform/secrets.ts';
import type { Kit } from '../../platform/testing/in-city.ts';
import { changeCityData } from '../organisation/index.ts';
import { notify } from './index.ts';
import { mergeHeld } from './merge-held.ts';
import { changeMessage, lockMessage } from './sending.repo.ts';
import { listHeld } from './troubled.ts';

const unit = '350600.zjj';
const rows = ({ ctx }: Kit) =>
  tablesOf<'notices'>(ctx.tx).selectFrom('notices.message').selectAll().orderBy('id').execute();
const sms = async (kit: Kit) => (await rows(kit)).filter(({ channel }) => channel === 'sms');

const tell = (urgent: boolean) => (ctx: Context) =>
  notify(ctx, {
    template: 'urged-duty',
    channel: 'sms',
    to: { kind: 'duty', unitCode: unit, position: 1 },
    facts: { order_no: '350600-20260302-000001' },
    urgent,
  });

/** Two an hour, two a day. */
const fewOnly = async (ctx: Context) => {
  await tablesOf<'notices'>(ctx.tx)
    .updateTable('notices.hours')
    .set({ per_hour: 2, per_day: 2 })
    .where('channel', '=', 'sms')
    .where('audience', '=', 'unit')
    .execute();
  await changeCityData(ctx, { what: 'test' });
};

const later = (kit: Kit, minutes: number) =>
  kit.travelTo(new Date(kit.clock.now().getTime() + minutes * 60_000));

test(
  'what is too much for one number waits, is seen to wait, and leaves as one message that says how many',
  inCity(async (kit) => {
    await kit.travelTo(new Date('2026-03-02T10:00:00+08:00'));
    await kit.system.do(fewOnly, null);
    for (let no = 0; no < 5; no += 1) await kit.system.do(tell(false), null);
    // An emergency is never held, and counts.
    await kit.system.do(tell(true), null);
    await kit.drain();
    const waits = async () => (await sms(kit)).filter(({ state }) => state === 'waiting');
    expect(await waits()).toHaveLength(4);
    expect((await sms(kit)).at(-1)).toMatchObject({ urgency: 'urgent', state: 'sent' });
    const { rows: held } = await kit.as('shift-lead').do(listHeld, {});
    expect(held.map(({ heldFor }) => heldFor)).toEqual(['limit', 'limit', 'limit', 'limit']);
    await later(kit, 61);
    await kit.drain();
    // As many as a day allows had left: tomorrow is the turn.
    expect(await waits()).toHaveLength(4);
    await later(kit, 24 * 60);
    await kit.drain();
    const [, first, ...others] = await sms(kit);
    expect(first).toMatchObject({ state: 'sent', held_for: 'limit' });
    expect(decrypt(kit.ctx.keys, first?.text_enc ?? Buffer.alloc(0))).toContain('另有3条');
    expect(others.slice(0, 3)).toMatchObject(
      [1, 2, 3].map(() => ({ state: 'merged', merged_into: first?.id })),
    );
    // Tried again with one more beside it, it says so once.
    const last = others.at(-1)?.id ?? '';
    const id = first?.id ?? '';
    const again = await kit.system.do(async (ctx) => {
      const waiting = { state: 'waiting', held_for: 'limit' } as const;
      for (const one of [id, last]) await changeMessage(ctx, one, waiting);
      const message = await lockMessage(ctx, id);
      return message && (await mergeHeld(ctx, message)).message;
    }, null);
    const said = decrypt(kit.ctx.keys, again?.text_enc ?? Buffer.alloc(0));
    expect(said.match(/另有\d条/g)).toEqual(['另有4条']);
  }),
);

test(
  'a second try at night waits for the morning like a first one',
  inCity(async (kit) => {
    await kit.travelTo(new Date('2026-03-02T21:29:40+08:00'));
    await kit.system.do(tell(false), null);
    await later(kit, 5);
    await kit.drain();
    const [held] = await sms(kit);
    expect(held).toMatchObject({ state: 'waiting', held_for: 'quiet' });
    expect(held?.not_before).toEqual(new Date('2026-03-03T07:30:00+08:00'));
  }),
);
