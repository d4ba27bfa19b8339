import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { amountsOf, counting, countOrder } from './counting.ts';
import { accepted, at, history, led, of, plain, table, taken } from './example-histories.ts';
import { factsOf } from './facts-of.ts';
import { measured } from './measured.ts';
import { rulesOfCity } from './rules-of-city.ts';

const march = { from: '03-01 00:00', until: '04-01 00:00', asOf: '04-01 00:00' };

/** What becomes of an appeal as it comes in: eight of them, one is never accepted. */
const received = [
  // 1 Answered, and never heard of again.
  history(taken('03-02 09:00', 'answered', {})),
  // 2 Answered, told again after three days: out of the numerator; before that it was in it.
  history(
    taken('03-02 09:10', 'answered', {}),
    plain('03-05 09:10', 'intake.repeat-linked', { repeatedBy: 'six', no: 1 }),
  ),
  // 3 Answered, told again after eight days: stays.
  history(
    taken('03-02 09:20', 'answered', {}),
    plain('03-10 09:30', 'intake.repeat-linked', { repeatedBy: 'seven', no: 1 }),
  ),
  // 4 Nobody spoke (DG12): no valid appeal.
  history(taken('03-02 09:30', 'disposed', { disposition: 'DG12' })),
  // 5 Told the way: finished, and not answered by the centre.
  history(taken('03-02 09:40', 'disposed', { disposition: 'DG2' })),
  // 6 The one that tells 2 again; waits for dispatch and is withdrawn in time.
  history(
    accepted('03-05 09:10', {}),
    plain('03-05 09:10', 'intake.repeat-linked', { repeats: 'two', no: 1 }),
    plain('03-05 09:30', 'intake.withdrawn', {}),
  ),
  // 7 Accepted and waiting beyond its half hour.
  history(accepted('03-31 23:00', {})),
  // 8 Came in by page and waits for an agent: not accepted yet.
  history(['03-31 23:00', 'intake.received', { to: 'to-accept', type: 'QZ' }]),
];

test(
  'K8, K9, K20, K43 of eight appeals',
  inCity(async ({ ctx }) => {
    const shown = table(received, { rules: await rulesOfCity(ctx), ...march });
    expect(shown('K8', 'K9', 'K20', 'K43', 'K44')).toEqual({
      // Valid: 1 2 3 5 6 7. Answered: 1 2 3; 2 came back within seven days.
      K8: '2/6 (3/6)',
      K9: '2/6',
      // To be dispatched: 6, withdrawn in time, and 7, which is late by midnight.
      K20: '0/1',
      // Orders: 1 to 7. Told again: 6.
      K43: '1/7',
      K44: '0/6',
    });
    const before = table(received, {
      rules: await rulesOfCity(ctx),
      ...march,
      asOf: '03-31 23:20',
    });
    // Twenty minutes are not half an hour: 7 is not due yet.
    expect(before('K20')).toEqual({ K20: '0/0 X12:1' });
  }),
);

const returned = (id: string, reason: string, asked: string) =>
  of(asked, 'disputes.return-asked', id, { returnReason: reason });

/** Where an order went: nine of them, sent on the second of March. */
const dispatched = [
  // 1 Sent in twenty minutes, never moved.
  history(accepted('03-02 09:00', {}), led('03-02 09:20', 'a1', 'zjj')),
  // 2 Sent after forty: late.
  history(accepted('03-02 09:00', {}), led('03-02 09:40', 'a2', 'zjj')),
  // 3 An emergency has five minutes: six are late.
  history(accepted('03-02 09:00', { urgency: 'U1' }), led('03-02 09:06', 'a3', 'zjj')),
  // 4 Returned for another unit's duty, upheld after two hours: wrong lead, one change.
  history(
    accepted('03-02 09:00', {}),
    led('03-02 09:10', 'a4', 'zjj'),
    returned('a4', 'not-our-duty', '03-02 10:00'),
    of('03-02 12:00', 'disputes.return-upheld', 'a4', {}),
    led('03-02 12:00', 'b4', 'cgj'),
  ),
  // 5 Returned and rejected after one hour: the lead was right, the return was not.
  history(
    accepted('03-02 09:00', {}),
    led('03-02 09:10', 'a5', 'zjj'),
    returned('a5', 'not-our-area', '03-02 10:00'),
    of('03-02 11:00', 'disputes.return-rejected', 'a5', {}),
  ),
  // 6 Returned for missing information, upheld after three hours, then sent elsewhere: badly written (K22), well sent (K21).
  history(
    accepted('03-02 09:00', {}),
    led('03-02 09:10', 'a6', 'zjj'),
    returned('a6', 'missing-info', '03-02 10:00'),
    of('03-02 13:00', 'disputes.return-upheld', 'a6', {}),
    led('03-02 13:00', 'b6', 'cgj'),
  ),
  // 7 Undone within the minute and sent to another unit: nobody had it, the first lead is the second unit.
  history(
    accepted('03-02 09:00', {}),
    led('03-02 09:10', 'a7', 'zjj'),
    of('03-02 09:10', 'dispatch.duty-revoked', 'a7', {}),
    plain('03-02 09:10', 'dispatch.undone', {}),
    led('03-02 09:12', 'b7', 'cgj'),
  ),
  // 8 A dispatcher's own error, put right: wrong lead; the unit asked the requester for more.
  history(
    accepted('03-02 09:00', {}),
    led('03-02 09:10', 'a8', 'zjj'),
    plain('03-02 10:00', 'handling.info-asked', {}),
    of('03-02 11:00', 'dispatch.duty-revoked', 'a8', {}),
    led('03-02 11:00', 'b8', 'cgj'),
  ),
  // 9 A return withdrawn before the ruling: asked for, neither upheld nor rejected.
  history(
    accepted('03-02 09:00', {}),
    led('03-02 09:10', 'a9', 'zjj'),
    returned('a9', 'other', '03-02 10:00'),
    of('03-02 10:30', 'disputes.return-withdrawn', 'a9', {}),
  ),
];

test(
  'K20 to K25 of nine orders',
  inCity(async ({ ctx }) => {
    const rules = await rulesOfCity(ctx);
    const shown = table(dispatched, { rules, ...march });
    expect(
      shown('K20', 'K21', 'K22', 'K23', 'K23-upheld', 'K23-rejected', 'K24', 'K25', 'K26'),
    ).toEqual({
      K20: '7/9',
      // Not 4 and 8.
      K21: '7/9',
      // Not 6 and 8.
      K22: '7/9',
      // Duties: nine leads and three new ones; the undone one never was. Returns: 4, 5, 6, 9.
      K23: '4/12',
      'K23-upheld': '2/12',
      'K23-rejected': '1/12',
      // Changed: 4, 6, 8.
      K24: '3/9',
      K25: '3/3',
      K26: '0/9',
    });
    const span = {
      from: at(march.from),
      until: at(march.until),
      unit: null,
      county: null,
      matter: null,
    };
    const counted = counting(span, at(march.asOf));
    for (const told of dispatched) {
      const facts = factsOf(told, rules);
      if (facts) countOrder(counted, facts);
    }
    expect(measured('K25', amountsOf(counted).get('K25') ?? [])).toEqual({
      // 60, 120 and 180 minutes.
      figure: 'K25',
      median: 120,
      p90: 168,
      spread: [],
    });
    expect(amountsOf(counted).get('K24')).toEqual([
      { amount: 0, count: 6 },
      { amount: 1, count: 3 },
    ]);
  }),
);

test(
  'guidance found wrong at its check is an appeal to be dispatched from then on',
  inCity(async ({ ctx }) => {
    const reopened = history(
      taken('03-02 09:00', 'disposed', { disposition: 'DG12' }),
      plain('03-05 09:00', 'guidance.reopened', { to: 'to-dispatch' }),
      led('03-05 09:20', 'a1', 'zjj'),
    );
    const waits = history(
      taken('03-02 09:00', 'disposed', { disposition: 'DG2' }),
      plain('03-05 09:00', 'guidance.reopened', { to: 'to-dispatch' }),
    );
    const shown = table([reopened, waits], { rules: await rulesOfCity(ctx), ...march });
    expect(shown('K8', 'K20', 'K21')).toEqual({ K8: '0/2', K20: '1/2', K21: '1/1' });
  }),
);

test(
  'K21: the unit that got its order back and then says it is not its duty was the wrong one',
  inCity(async ({ ctx }) => {
    const twice = history(
      accepted('03-02 09:00', {}),
      led('03-02 09:10', 'a1', 'zjj'),
      of('03-02 10:00', 'disputes.return-asked', 'a1', { returnReason: 'missing-info' }),
      of('03-02 11:00', 'disputes.return-upheld', 'a1', {}),
      led('03-02 11:10', 'a2', 'zjj'),
      of('03-02 14:00', 'disputes.return-asked', 'a2', { returnReason: 'not-our-duty' }),
      of('03-02 15:00', 'disputes.return-upheld', 'a2', {}),
      led('03-02 15:10', 'a3', 'cgj'),
    );
    const shown = table([twice], { rules: await rulesOfCity(ctx), ...march });
    expect(shown('K21', 'K22')).toEqual({ K21: '0/1', K22: '0/1' });
  }),
);
