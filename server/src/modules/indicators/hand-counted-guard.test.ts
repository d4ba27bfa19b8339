import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { accepted, given, history, led, plain, table } from './example-histories.ts';
import { rulesOfCity } from './rules-of-city.ts';

const march = { from: '03-01 00:00', until: '04-01 00:00', asOf: '04-01 00:00' };

const held = (time: string, role: string) =>
  plain(time, 'dispatch.guard-held', { unit: '350602001', role });
const assisted = (time: string, id: string, override: boolean) => {
  const [at, type, data] = given(time, {
    id,
    unit: '350602001',
    role: 'assist',
    round: 0,
    sign: '03-03 17:30',
    contact: null,
    due: '03-10 17:30',
  });
  return [at, type, { ...data, override }] as const;
};

/** What was to go down to the base: seven orders of the second of March and one of the month before. */
const guarded = [
  // 1 Sent to a bureau at once.
  history(accepted('03-02 09:00', {}), led('03-02 09:10', 'a1', 'zjj')),
  // 2 Held back, then sent to the bureau.
  history(
    accepted('03-02 09:00', {}),
    held('03-02 09:05', 'lead'),
    led('03-02 09:10', 'a2', 'zjj'),
  ),
  // 3 Held back in two roles and passed with a reason: one order.
  history(
    accepted('03-02 09:00', {}),
    held('03-02 09:05', 'lead'),
    held('03-02 09:06', 'assist'),
    led('03-02 09:10', 'a3', 'zjj'),
    assisted('03-02 09:10', 'b3', true),
  ),
  // 4 A township helps with what is on its own list: nothing was passed.
  history(
    accepted('03-02 09:00', {}),
    led('03-02 09:10', 'a4', 'zjj'),
    assisted('03-02 09:10', 'b4', false),
  ),
  // 5 Passed with a reason, never held back.
  history(
    accepted('03-02 09:00', {}),
    led('03-02 09:10', 'a5', 'zjj'),
    assisted('03-02 09:10', 'b5', true),
  ),
  // 6 Held back and not sent yet: it counts all the same.
  history(accepted('03-02 09:00', {}), held('03-02 09:05', 'lead')),
  // 7 Not sent, not held back: no part of it.
  history(accepted('03-02 09:00', {})),
  // 8 Accepted in February, held back in March as a bureau passed it on: of February.
  history(
    accepted('02-27 09:00', {}),
    led('02-27 09:10', 'a8', 'zjj'),
    held('03-02 09:00', 'delegate'),
  ),
];

test(
  'K26 of eight orders: what the guard held back and what passed it, an order once',
  inCity(async ({ ctx }) => {
    const rules = await rulesOfCity(ctx);
    // Sent: 1 to 5; held back: 6 besides. Above the line: 2 3 5 6.
    expect(table(guarded, { rules, ...march })('K26')).toEqual({ K26: '4/6' });
    const february = { from: '02-01 00:00', until: '03-01 00:00', asOf: '04-01 00:00' };
    expect(table(guarded, { rules, ...february })('K26')).toEqual({ K26: '1/1' });
  }),
);
