import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import {
  accepted,
  asked,
  at,
  given,
  handedIn,
  history,
  led,
  of,
  plain,
  table,
} from './example-histories.ts';
import { rulesOfCity } from './rules-of-city.ts';

const march = { from: '03-01 00:00', until: '04-01 00:00', asOf: '04-01 00:00' };
const sent = (id: string) => [accepted('03-02 09:00', {}), ...led('03-02 09:10', id, 'zjj')];
const signed = (time: string, id: string) => of(time, 'handling.signed', id, { late: false });
const spoke = (time: string, id: string) => of(time, 'handling.contacted', id, { reached: true });
const missed = (time: string, id: string) => of(time, 'handling.contacted', id, { reached: false });
const approved = (time: string) => plain(time, 'handling.reply-approved', {});

/** Twelve duties, each to be signed by the third, the requester rung by the fourth and answered by the tenth, always 17:30. */
const duties = [
  // 1 All in time; the requester confirms the call.
  history(
    sent('a1'),
    signed('03-02 10:00', 'a1'),
    spoke('03-03 09:00', 'a1'),
    handedIn('03-09 10:00', 'a1', 'solved'),
    approved('03-09 11:00'),
    asked('03-10 09:00', {}),
  ),
  // 2 Signed by the clock: late. Spoke in time, and the requester says nobody rang.
  history(
    sent('a2'),
    of('03-03 17:31', 'handling.auto-signed', 'a2', { late: true }),
    spoke('03-04 09:00', 'a2'),
    handedIn('03-10 17:31', 'a2', 'solved'),
    approved('03-11 11:00'),
    asked('03-12 09:00', { contacted: false }),
  ),
  // 3 Auto-signed, but it was on the spot before: the earlier of the two.
  history(
    sent('a3'),
    of('03-03 09:00', 'handling.arrived', 'a3', {}),
    of('03-03 17:31', 'handling.auto-signed', 'a3', { late: true }),
    handedIn('03-10 17:30', 'a3', 'solved'),
  ),
  // 4 Three tries in three bands of the day, nobody there: out of the denominator with its proof.
  history(
    sent('a4'),
    signed('03-02 10:00', 'a4'),
    missed('03-02 10:30', 'a4'),
    missed('03-02 15:00', 'a4'),
    missed('03-02 19:00', 'a4'),
    handedIn('03-09 10:00', 'a4', 'solved'),
  ),
  // 5 Three tries in two bands prove nothing.
  history(
    sent('a5'),
    signed('03-02 10:00', 'a5'),
    missed('03-02 10:30', 'a5'),
    missed('03-02 15:00', 'a5'),
    missed('03-02 16:00', 'a5'),
    handedIn('03-09 10:00', 'a5', 'solved'),
  ),
  // 6 No number left: nobody to speak with. Extended by a week: in time by the new date, not by the first.
  history(
    accepted('03-02 09:00', { hasNumber: false }),
    led('03-02 09:10', 'a6', 'zjj'),
    signed('03-02 10:00', 'a6'),
    plain('03-09 09:00', 'deferrals.extended', {
      extended: 'a6',
      duties: [{ assignment: 'a6', dueAt: at('03-17 17:30').toISOString() }],
    }),
    handedIn('03-16 10:00', 'a6', 'solved'),
  ),
  // 7 Extended beyond the month: due in April by the date in force, in March by the first.
  history(
    sent('a7'),
    signed('03-02 10:00', 'a7'),
    spoke('03-02 11:00', 'a7'),
    plain('03-09 09:00', 'deferrals.extended', {
      extended: 'a7',
      duties: [{ assignment: 'a7', dueAt: at('04-07 17:30').toISOString() }],
    }),
  ),
  // 8 Parked in time: finished for K32, left out of K33.
  history(
    sent('a8'),
    signed('03-02 10:00', 'a8'),
    spoke('03-02 11:00', 'a8'),
    of('03-06 09:00', 'deferrals.duty-parked', 'a8', { dueAt: at('03-10 17:30').toISOString() }),
    plain('03-06 09:00', 'deferrals.parked', { milestonesOn: ['2026-03-20', '2026-06-30'] }),
  ),
  // 9 Returned after the limit, and upheld: nothing of it is the unit's (X7).
  history(
    sent('a9'),
    of('03-11 09:00', 'disputes.return-asked', 'a9', { returnReason: 'not-our-duty' }),
    of('03-11 11:00', 'disputes.return-upheld', 'a9', {}),
  ),
  // 10 Taken back before anything was due: it never was.
  history(
    sent('b1'),
    signed('03-02 10:00', 'b1'),
    spoke('03-02 11:00', 'b1'),
    of('03-05 09:00', 'dispatch.duty-revoked', 'b1', {}),
  ),
  // 11 Handed in, sent back, handed in again after the limit: late.
  history(
    sent('b2'),
    signed('03-02 10:00', 'b2'),
    spoke('03-05 11:00', 'b2'),
    handedIn('03-09 10:00', 'b2', 'solved'),
    of('03-10 09:00', 'handling.sent-back', 'b2', {}),
    plain('03-10 09:00', 'handling.reply-rejected', {}),
    handedIn('03-11 10:00', 'b2', 'solved'),
  ),
  // 12 The clock stood still before the limit and stands yet: not due before it runs again.
  history(
    sent('b3'),
    signed('03-02 10:00', 'b3'),
    spoke('03-02 11:00', 'b3'),
    plain('03-05 09:00', 'deferrals.suspended', {}),
  ),
];

test(
  'K30 to K34 and K38 of twelve duties',
  inCity(async ({ ctx }) => {
    const rules = await rulesOfCity(ctx);
    const shown = table(duties, { rules, ...march });
    expect(shown('K30', 'K31', 'K32', 'K33', 'K34', 'K38-parked', 'K38-cleared')).toEqual({
      // Left out: 9. Not in time: 2.
      K30: '10/11 (10/12) X7:1',
      // Without 6. Said to have spoken in time: 1 2 7 8 10 12; confirmed: 1. Left out: 4 by three tries, 9.
      K31: '1/9 (6/11) X7:1 X9:1 known 2/11',
      // Due: 1 2 3 4 5 6 8 9 11. In time: 1 3 4 5 6 8; late: 2 11. Left out: 9. Not due: 7 (April), 12.
      K32: '6/8 (6/9) X7:1 X12:1',
      // By the first date: 1 3 4 5; late: 2 6 7 11. Left out: 8 parked, 9.
      K33: '4/8 (4/10) X7:1 X10:1 X12:1',
      // Extended, due in March: 6.
      K34: '1/8 (1/9) X7:1 X12:1',
      // Parked in March, still there; its last milestone is in June.
      'K38-parked': '1/1',
      'K38-cleared': '0/0',
    });
    const april = table(duties, {
      rules,
      from: '04-01 00:00',
      until: '05-01 00:00',
      asOf: '04-03 00:00',
    });
    expect(april('K32', 'K34')).toEqual({ K32: '0/0 X12:1', K34: '0/0 X12:1' });
    const june = { rules, from: '06-01 00:00', until: '07-01 00:00', asOf: '07-02 00:00' };
    expect(table(duties, june)('K38-cleared')).toEqual({ 'K38-cleared': '0/1' });
  }),
);

test(
  'units beside the lead have clocks of their own, a copy has none, and a corrected calendar moves them',
  inCity(async ({ ctx }) => {
    const beside = {
      unit: 'cgj',
      round: 0,
      sign: '03-03 17:30',
      contact: null,
      due: '03-10 17:30',
    };
    const order = history(
      sent('a1'),
      given('03-02 09:10', { ...beside, id: 'c1', role: 'assist' }),
      given('03-02 09:10', { ...beside, id: 'c2', role: 'copy' }),
      signed('03-02 10:00', 'a1'),
      plain('03-05 09:00', 'dispatch.due-moved', {
        duties: [
          {
            assignment: 'a1',
            after: {
              due_at: at('03-12 17:30').toISOString(),
              original_due_at: at('03-12 17:30').toISOString(),
            },
          },
        ],
      }),
      handedIn('03-11 10:00', 'a1', 'solved'),
    );
    const shown = table([order], { rules: await rulesOfCity(ctx), ...march });
    expect(shown('K23', 'K30', 'K32', 'K33')).toEqual({
      K23: '0/2',
      K30: '1/2',
      K32: '1/2',
      K33: '1/2',
    });
  }),
);
