import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { inventedPerson, inventedPhoneOf } from '../../demo/invented.ts';
import { tablesOf } from '../../platform/db.ts';
import { newId } from '../../platform/ids.ts';
import { maskedPhone, normalPhone } from '../../platform/phone.ts';
import type { Kit } from '../../platform/testing/in-city.ts';
import {
  correctNumber,
  erase,
  findByCode,
  newQueryCode,
  ordersOfPhone,
  requesterPhone,
  saveRequester,
  viewRequester,
} from './index.ts';

const person = inventedPerson('requester');
const told = {
  kind: 'person' as const,
  name: person.name,
  phone: person.phone,
  otherPhone: inventedPhoneOf('other'),
  identityNumber: person.identityNumber,
  isSelf: true,
  tags: ['elderly'],
};

async function anAppeal(
  { system, clock }: Kit,
  { anonymous = false, code = null as string | null, at = clock.now() } = {},
): Promise<string> {
  const orderId = newId(at);
  await system.do((ctx) => saveRequester(ctx, orderId, { ...told, anonymous }, code), null);
  return orderId;
}

const rowOf = ({ ctx }: Kit, orderId: string) =>
  tablesOf<'requesters'>(ctx.tx)
    .selectFrom('requesters.requester')
    .selectAll()
    .where('order_id', '=', orderId)
    .executeTakeFirstOrThrow();

describe('a number', () => {
  test.each([
    ['+86 154-0000-1234', '15400001234'],
    ['8615400001234', '15400001234'],
    ['0596-2000000', '05962000000'],
    ['154 0000 1234', '15400001234'],
  ])('%s is %s, however it is typed', (typed, normal) => {
    expect(normalPhone(typed)).toBe(normal);
  });

  test('is masked so that it is recognised and cannot be dialled', () => {
    expect(maskedPhone('154-0000-1234')).toBe('154****1234');
    expect(maskedPhone('2000000')).toBe('*******');
  });
});

test('query codes have no letter that looks like a digit, and do not repeat', () => {
  const codes = Array.from({ length: 2000 }, newQueryCode);
  expect(codes.every((code) => /^[0-9A-HJ-NP-Z]{8}$/.test(code))).toBe(true);
  expect(new Set(codes).size).toBe(codes.length);
});

test(
  'nothing of a person stands in clear, and nothing can be found by guessing at digests',
  inCity(async (kit) => {
    const orderId = await anAppeal(kit, { code: '23456789' });
    const row = await rowOf(kit, orderId);
    const stored = Object.values(row)
      .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : JSON.stringify(value)))
      .join('\n');
    for (const secret of [person.name, person.phone, person.identityNumber, '23456789']) {
      expect(stored).not.toContain(secret);
    }
    const twin = await rowOf(kit, await anAppeal(kit));
    expect(twin.phone_enc).not.toEqual(row.phone_enc);
    expect(twin.phone_index).toEqual(row.phone_index);
    expect(twin.code_index).toBeNull();
  }),
);

test(
  'somebody anonymous leaves a number to call back at most',
  inCity(async (kit) => {
    const row = await rowOf(kit, await anAppeal(kit, { anonymous: true }));
    expect(row).toMatchObject({
      anonymous: true,
      name_enc: null,
      other_phone_enc: null,
      identity_enc: null,
      company_enc: null,
    });
    expect(row.phone_enc).not.toBeNull();
  }),
);

test(
  'a code opens its own order only',
  inCity(async (kit) => {
    const [one, other] = [
      await anAppeal(kit, { code: '23456789' }),
      await anAppeal(kit, { code: 'ABCDEFGH' }),
    ];
    expect(await findByCode(kit.ctx, one, '23456789')).toBe(true);
    expect(await findByCode(kit.ctx, one, 'ABCDEFGH')).toBe(false);
    expect(await findByCode(kit.ctx, other, '23456789')).toBe(false);
    expect(await findByCode(kit.ctx, await anAppeal(kit), '23456789')).toBe(false);
    expect(await findByCode(kit.ctx, newId(kit.clock.now()), '23456789')).toBe(false);
  }),
);

test(
  'orders of a number come newest first, however it is typed',
  inCity(async (kit) => {
    const now = kit.clock.now().getTime();
    const ids: string[] = [];
    for (const minutes of [30, 20, 10]) {
      ids.unshift(await anAppeal(kit, { at: new Date(now - minutes * 60_000) }));
    }
    const dashed = `+86 ${person.phone.slice(0, 3)}-${person.phone.slice(3)}`;
    expect(await ordersOfPhone(kit.ctx, dashed, { limit: 10 })).toEqual(ids);
    expect(await ordersOfPhone(kit.ctx, dashed, { limit: 2 })).toEqual(ids.slice(0, 2));
    expect(await ordersOfPhone(kit.ctx, inventedPhoneOf('nobody'), { limit: 10 })).toEqual([]);
  }),
);

test(
  'every look is kept with its purpose; masked, it shows enough to call and no more',
  inCity(async (kit) => {
    const orderId = await anAppeal(kit);
    const handler = kit.as('handler', { unitCode: '350600.zjj' });
    const look = (masked: boolean) =>
      handler.do((ctx) => viewRequester(ctx, orderId, { purpose: 'contact', masked }), null);
    expect(await look(false)).toMatchObject({
      name: person.name,
      phone: person.phone,
      identityNumber: person.identityNumber,
      isMasked: false,
      tags: ['elderly'],
    });
    expect(await look(true)).toMatchObject({
      name: '',
      phone: maskedPhone(person.phone),
      identityNumber: '',
      isMasked: true,
    });
    const looks = await tablesOf<'requesters'>(kit.ctx.tx)
      .selectFrom('requesters.look')
      .select(['order_id', 'account_id', 'unit_code', 'purpose', 'at'])
      .execute();
    expect(looks).toEqual(
      Array(2).fill({
        order_id: orderId,
        account_id: handler.actor.accountId,
        unit_code: '350600.zjj',
        purpose: 'contact',
        at: kit.clock.now(),
      }),
    );
  }),
);

test(
  'a corrected number is the one that is found and called',
  inCity(async (kit) => {
    const orderId = await anAppeal(kit);
    const right = inventedPhoneOf('right');
    const before = await requesterPhone(kit.ctx, orderId);
    await kit.system.do((ctx) => correctNumber(ctx, orderId, right), null);
    expect(await ordersOfPhone(kit.ctx, right, { limit: 1 })).toEqual([orderId]);
    expect(await ordersOfPhone(kit.ctx, person.phone, { limit: 1 })).toEqual([]);
    expect(await requesterPhone(kit.ctx, orderId)).not.toEqual(before);
  }),
);

test(
  'an erased person is nowhere: not by look, not by number, not by code',
  inCity(async (kit) => {
    const orderId = await anAppeal(kit, { code: '23456789' });
    await kit.system.do(erase, [orderId]);
    const view = await kit.system.do(
      (ctx) => viewRequester(ctx, orderId, { purpose: 'audit', masked: false }),
      null,
    );
    expect(view).toMatchObject({ name: '', phone: '', identityNumber: '', tags: [] });
    expect(await ordersOfPhone(kit.ctx, person.phone, { limit: 1 })).toEqual([]);
    expect(await findByCode(kit.ctx, orderId, '23456789')).toBe(false);
    expect(await requesterPhone(kit.ctx, orderId)).toBeNull();
    expect((await rowOf(kit, orderId)).erased_at).toEqual(kit.clock.now());
  }),
);

test('the mask never shows more than seven digits, whatever was typed', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 24 }), (typed) => {
      const shown = maskedPhone(typed).replaceAll(/\D/g, '').length;
      expect(shown).toBeLessThanOrEqual(7);
      expect(shown).toBeLessThan(Math.max(1, normalPhone(typed).length));
    }),
  );
});
