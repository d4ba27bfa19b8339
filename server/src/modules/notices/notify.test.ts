import { describe, expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { newId } from '../../platform/ids.ts';
import { decrypt } from '../../platform/secrets.ts';
import type { Kit } from '../../platform/testing/in-city.ts';
import { dutyAt } from '../organisation/index.ts';
import { saveRequester } from '../requesters/index.ts';
import { notify } from './index.ts';
import { afterQuietHours } from './quiet-hours.ts';
import { sentMessages } from './sent-messages.ts';
import { filled, wordsFor } from './words-of.ts';

const zone = 'Asia/Shanghai';
/** Clock on the wall of the city. */
const at = (time: string) => new Date(`2026-03-02T${time}:00+08:00`);

const night = { quietFrom: '21:30', quietTo: '07:30' };

describe('quiet hours', () => {
  test.each([
    ['21:29', '2026-03-02T21:29'],
    ['21:30', '2026-03-03T07:30'],
    ['23:59', '2026-03-03T07:30'],
    ['00:00', '2026-03-02T07:30'],
    ['07:29', '2026-03-02T07:30'],
    ['07:30', '2026-03-02T07:30'],
    ['12:00', '2026-03-02T12:00'],
  ])('%s leaves at %s', (time, leaves) => {
    expect(afterQuietHours(at(time), zone, night)).toEqual(new Date(`${leaves}:00+08:00`));
  });

  test('to the whole minute', () => {
    const late = new Date('2026-03-02T22:00:41.250+08:00');
    expect(afterQuietHours(late, zone, night)).toEqual(new Date('2026-03-03T07:30:00+08:00'));
  });
});

test('a sentence never goes out with a hole', () => {
  expect(filled('工单{order_no}:{unit}', { order_no: '1', unit: '住建局', more: 'x' })).toBe(
    '工单1:住建局',
  );
  expect(() => filled('工单{order_no}', {})).toThrow('order_no');
});

test('a wording holds from its day on, one for this way before the others, unsigned where people see who speaks', () => {
  const known = new Map([
    ['overdue', '【12345热线】旧'],
    ['overdue#2026-05-01', '【12345热线】新'],
    ['overdue@mail#2026-06-01', '信'],
  ]);
  const words = (way: 'sms' | 'mail', on: string) => wordsFor(known, 'overdue', { way, on });
  expect(words('sms', '2026-04-30')).toBe('【12345热线】旧');
  expect(words('sms', '2026-05-01')).toBe('【12345热线】新');
  expect(words('mail', '2026-05-31')).toBe('新');
  expect(words('mail', '2026-06-01')).toBe('信');
});

test(
  'a link leaves as a whole address, apart from the words around it',
  inCity(async (kit) => {
    const link = { ...duty(1, true), template: 'front-line-link' as const };
    await kit.system.do(notify, {
      ...link,
      facts: { ...link.facts, link: '/c/f#t=abc', code: '000000', expires: '2026-03-03 09:00' },
    });
    const [made] = await rows(kit);
    const words = decrypt(kit.ctx.keys, made?.text_enc ?? Buffer.alloc(0));
    expect(words).toContain(' http://127.0.0.1:12345/c/f#t=abc ');
  }),
);

const unit = '350600.zjj';
const duty = (position: number, urgent: boolean) => ({
  template: 'dispatched-duty' as const,
  channel: 'sms' as const,
  to: { kind: 'duty' as const, unitCode: unit, position },
  facts: { order_no: '350600-20260302-000001', urgency: 'U3' },
  urgent,
});

const rows = ({ ctx }: Kit) =>
  tablesOf<'notices'>(ctx.tx).selectFrom('notices.message').selectAll().orderBy('id').execute();

test(
  'an SMS to the duty post leaves after commit, once; number and words are encrypted',
  inCity(async (kit) => {
    const { system, ctx, drain, as } = kit;
    await system.do(notify, duty(1, false));
    const [made] = await rows(kit);
    expect(made).toMatchObject({ state: 'waiting', unit_code: unit, sent_at: null });
    const [post] = await dutyAt(ctx, unit, kit.clock.now());
    const number = decrypt(ctx.keys, post?.phoneEnc ?? Buffer.alloc(0));
    expect(decrypt(ctx.keys, made?.to_enc ?? Buffer.alloc(0))).toBe(number);
    expect(JSON.stringify(made)).not.toContain(number);

    await drain();
    expect((await rows(kit))[0]).toMatchObject({ state: 'sent', sent_at: kit.clock.now() });
    const shown = await as('shift-lead').do(sentMessages, {});
    expect(shown.rows).toMatchObject([
      {
        channel: 'sms',
        to: `${number.slice(0, 3)}****${number.slice(-4)}`,
        toUnit: '漳州市住房和城乡建设局',
        orderNo: '350600-20260302-000001',
        state: 'sent',
      },
    ]);
    expect(shown.rows[0]?.text).not.toMatch(/[{}]/);
  }),
);

test(
  'at night only what is urgent leaves; the rest reaches whoever is on duty in the morning',
  inCity(async (kit) => {
    const { system, ctx, travelTo, drain } = kit;
    await travelTo(at('22:10'));
    await system.do(notify, duty(1, false));
    await system.do(notify, duty(1, true));
    const states = async () => (await rows(kit)).map(({ state }) => state);
    await drain();
    expect(await states()).toEqual(['waiting', 'sent']);
    const numbers = (await rows(kit)).map((row) => decrypt(ctx.keys, row.to_enc));
    const postAt = async (when: Date) => (await dutyAt(ctx, unit, when))[0]?.phoneEnc;
    const opened = (sealed: Buffer | undefined) => sealed && decrypt(ctx.keys, sealed);
    const morning = new Date('2026-03-03T07:30:00+08:00');
    expect(numbers).toEqual([opened(await postAt(morning)), opened(await postAt(at('22:10')))]);
    await travelTo(new Date(morning.getTime() - 1));
    await drain();
    expect(await states()).toEqual(['waiting', 'sent']);
    await travelTo(morning);
    await drain();
    expect(await states()).toEqual(['sent', 'sent']);
  }),
);

test(
  'beyond the end of the roster its last post is told; a unit without one falls to the unit above',
  inCity(async (kit) => {
    const posts = await dutyAt(kit.ctx, unit, kit.clock.now());
    await kit.system.do(notify, duty(99, true));
    const [told] = await rows(kit);
    expect(decrypt(kit.ctx.keys, told?.to_enc ?? Buffer.alloc(0))).toBe(
      decrypt(kit.ctx.keys, posts.at(-1)?.phoneEnc ?? Buffer.alloc(0)),
    );
  }),
);

test(
  'a requester is told on the number left; one without a number is not told, and that is no error',
  inCity(async (kit) => {
    const { system } = kit;
    const phone = inventedPhoneOf('somebody');
    const tell = async (number: string | undefined) => {
      const orderId = newId(kit.clock.now());
      await system.do(
        (ctx) =>
          saveRequester(
            ctx,
            orderId,
            { kind: 'person', isSelf: true, tags: [], anonymous: true, phone: number },
            null,
          ),
        null,
      );
      await system.do(notify, {
        template: 'received',
        channel: 'sms',
        to: { kind: 'requester', orderId },
        orderId,
        facts: { order_no: '350600-20260302-000001', query_code: '23456789', link: '/c/' },
        urgent: false,
      } as const);
    };
    await tell(undefined);
    expect(await rows(kit)).toEqual([]);
    await tell(phone);
    const [made] = await rows(kit);
    expect(decrypt(kit.ctx.keys, made?.to_enc ?? Buffer.alloc(0))).toBe(phone);
    expect(decrypt(kit.ctx.keys, made?.text_enc ?? Buffer.alloc(0))).toContain('23456789');
  }),
);

test(
  'the list goes on page by page, newest first',
  inCity(async ({ system, as }) => {
    await system.do(async (ctx) => {
      for (let no = 0; no < 60; no += 1) await notify(ctx, duty(1, true));
    }, null);
    const first = await as('admin').do(sentMessages, {});
    expect(first.rows).toHaveLength(50);
    const second = await as('admin').do(sentMessages, { cursor: first.next ?? '' });
    expect(second.rows).toHaveLength(10);
    expect(second.next).toBeNull();
    const ids = [...first.rows, ...second.rows].map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].toSorted().reverse());
  }),
);

test(
  'the page of the twins shows every way, screens too, and says which really leave',
  inCity(async ({ ctx, system, as, drain }) => {
    const overdue = (inner: Context) =>
      notify(inner, {
        template: 'overdue',
        channel: 'sms',
        to: { kind: 'duty', unitCode: unit, position: 1 },
        facts: { order_no: '350600-20260302-000001', due: '2026-03-02 17:30' },
        urgent: false,
      });
    await system.do(overdue, null);
    await drain();
    const lead = as('shift-lead');
    const carried = await lead.do(sentMessages, {});
    expect(carried.rows.map(({ channel }) => channel).toSorted()).toEqual(['robot', 'sms']);
    expect(carried.real).toEqual([]);
    expect((await lead.do(sentMessages, { way: 'robot' })).rows).toMatchObject([{ to: '' }]);
    // One for the unit, one for the supervisors of the centre.
    expect((await lead.do(sentMessages, { way: 'inbox' })).rows).toHaveLength(2);
    Object.assign(ctx.ports, { mail: { ...ctx.ports.mail, isPretend: false } });
    expect((await lead.do(sentMessages, {})).real).toEqual(['mail']);
    // What really left may hold somebody's code.
    Object.assign(ctx.ports, { sms: { ...ctx.ports.sms, isPretend: false } });
    const [left] = (await lead.do(sentMessages, { way: 'sms' })).rows;
    expect(left?.text).not.toContain('350600-20260302-000001');
    expect(left?.text).toContain('…');
  }),
);
