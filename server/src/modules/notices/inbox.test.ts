import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import type { Context } from '../../platform/context.ts';
import { countInbox, readAll, readInbox, readMessage } from './inbox.ts';
import { notify } from './index.ts';

const unit = '350600.zjj';
const orderId = '0195543a-0000-7000-8000-000000000001';

const overdue = (ctx: Context) =>
  notify(ctx, {
    template: 'overdue',
    channel: 'sms',
    to: { kind: 'duty', unitCode: unit, position: 1 },
    orderId,
    facts: { order_no: '350600-20260302-000001', due: '2026-03-02 09:00' },
    urgent: false,
  });

test(
  'whoever may work in the unit, and the role of the centre, find it on their screens; nobody else does',
  inCity(async (kit) => {
    const { anAccount, system, drain } = kit;
    const centre = { unitCode: '350600.zx', unitPath: '350600/350600.zx' };
    const mine = await anAccount('handler', { unitCode: unit, unitPath: `350600/${unit}` });
    const supervisor = await anAccount('supervisor', centre);
    const agent = await anAccount('agent', centre);
    await system.do(overdue, null);
    await system.do(overdue, null);
    await drain();
    expect(await agent.do(countInbox, {})).toMatchObject({ unread: 0 });
    expect(await supervisor.do(countInbox, {})).toMatchObject({ unread: 2 });
    const { rows } = await mine.do(readInbox, {});
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ about: { kind: 'order', orderId }, readAt: null });
    // No signature of the SMS on a screen.
    expect(rows[0]?.text).not.toContain('【');
    await mine.do(readMessage, { postingId: rows[1]?.id ?? '' });
    expect((await mine.do(readInbox, { unread: 'yes' })).rows.map(({ id }) => id)).toEqual([
      rows[0]?.id,
    ]);
    // Another's message is nobody's to read.
    await agent.do(readMessage, { postingId: rows[0]?.id ?? '' });
    expect(await mine.do(countInbox, {})).toMatchObject({ unread: 1 });
    await system.do(overdue, null);
    await drain();
    await mine.do(readAll, { upTo: rows[0]?.id ?? '' });
    expect(await mine.do(countInbox, {})).toMatchObject({ unread: 1 });
  }),
);
