import { describe, expect, test } from 'vitest';
import { inCity } from '../../test/kit.ts';
import { inventedPerson, inventedPhoneOf } from '../demo/invented.ts';
import { tell } from './events.ts';
import { refuseWords } from './plain-data.ts';

const carry = (said: string) => () => refuseWords('A test', { list: [{ said }] });

describe('what events and jobs may not carry', () => {
  test.each([
    ['words', '路灯不亮'],
    ['a name in another script', 'ئالىم'],
    ['a mobile number', inventedPhoneOf('plain')],
    ['the same with its country', `+86${inventedPhoneOf('plain')}`],
    ['a number inside a sentence', `call ${inventedPhoneOf('plain')} back`],
    ['an identity number', inventedPerson('plain').identityNumber],
    ['a landline', ['0596', '2'.repeat(7)].join('-')],
  ])('%s', (_, said) => {
    expect(carry(said)).toThrow('would carry');
  });

  test.each([
    ['an id', '01a223d0-1a0a-7224-b315-b78cf7984b0d'],
    ['a digest full of digits', '13'.padEnd(63, '9').padEnd(64, 'a')],
    ['an area and a path', '350600/350602/350602101/350602101005'],
    ['an order number', '350600-20261129-000233'],
    ['an instant', '2026-11-22T01:47:00.000Z'],
    ['a catalogue row', 'ZZ-010102-02'],
  ])('but %s', (_, said) => {
    expect(carry(said)).not.toThrow();
  });
});

test(
  'whoever tells a citizen’s words is stopped',
  inCity(async ({ ctx }) => {
    const order = { kind: 'order', id: ctx.newId() } as const;
    expect(() => tell(ctx, order, 'orders.note-added', { note: '三楼漏水' })).toThrow(
      'orders.note-added would carry',
    );
  }),
);
