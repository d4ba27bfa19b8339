import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { amountsOf, counting, countOrder } from './counting.ts';
import {
  accepted,
  asked,
  at,
  handedIn,
  history,
  led,
  of,
  plain,
  table,
} from './example-histories.ts';
import { factsOf } from './facts-of.ts';
import { measured } from './measured.ts';
import { rulesOfCity } from './rules-of-city.ts';

const march = { from: '03-01 00:00', until: '04-01 00:00', asOf: '04-01 00:00' };
const april = { from: '04-01 00:00', until: '05-01 00:00', asOf: '05-01 00:00' };
const approved = (time: string) => plain(time, 'handling.reply-approved', {});
const rejected = (time: string, id: string) => [
  of(time, 'handling.sent-back', id, {}),
  plain(time, 'handling.reply-rejected', {}),
];

/** Six orders; the offices are open from eight to twelve and from half past two to half past five. */
const replied = [
  // 1 Two hours of a Monday morning: 120 minutes.
  history(
    accepted('03-02 09:00', {}),
    led('03-02 09:10', 'a1', 'zjj'),
    handedIn('03-02 11:10', 'a1', 'solved'),
    approved('03-02 11:30'),
  ),
  // 2 The last hour of a Friday and two of the Monday: 180. How long the review took is not the unit's time.
  history(
    accepted('03-06 16:00', {}),
    led('03-06 16:30', 'a2', 'zjj'),
    handedIn('03-09 10:00', 'a2', 'solved'),
    approved('03-11 10:00'),
  ),
  // 3 One hour, a day standing still, and 110 minutes until noon: 170.
  history(
    accepted('03-02 09:00', {}),
    led('03-02 09:10', 'a3', 'zjj'),
    plain('03-02 10:10', 'deferrals.suspended', {}),
    plain('03-03 10:10', 'deferrals.resumed', { duties: [] }),
    handedIn('03-03 12:00', 'a3', 'solved'),
    approved('03-03 15:00'),
  ),
  // 4 Sent back by the review; the answer that was taken came after 170 minutes before noon and 30 after: 200.
  history(
    accepted('03-02 09:00', {}),
    led('03-02 09:10', 'a4', 'zjj'),
    handedIn('03-02 10:10', 'a4', 'solved'),
    rejected('03-02 11:00', 'a4'),
    handedIn('03-02 15:00', 'a4', 'solved'),
    approved('03-02 16:00'),
  ),
  // 5 Sent back and not answered again: no time yet.
  history(
    accepted('03-02 09:00', {}),
    led('03-02 09:10', 'a5', 'zjj'),
    handedIn('03-02 10:10', 'a5', 'solved'),
    rejected('03-02 11:00', 'a5'),
  ),
  // 6 Not answered at all.
  history(accepted('03-02 09:00', {}), led('03-02 09:10', 'a6', 'zjj')),
];

test(
  'K35 and K36 of six orders: sent back by the review, and the working time of what was taken',
  inCity(async ({ ctx }) => {
    const rules = await rulesOfCity(ctx);
    expect(
      table(replied, { rules, ...march })('K35', 'K35-review', 'K35-call-back', 'K36'),
    ).toEqual(
      // Answered: 1 to 5. Sent back: 4, 5. Taken: 1 to 4.
      { K35: '2/5', 'K35-review': '2/5', 'K35-call-back': '0/5', K36: '4/4' },
    );
    const span = { unit: null, county: null, matter: null };
    const counted = counting(
      { ...span, from: at(march.from), until: at(march.until) },
      at(march.asOf),
    );
    for (const told of replied) {
      const facts = factsOf(told, rules);
      if (facts) countOrder(counted, facts);
    }
    // 120, 170, 180, 200: half way between the middle two, and seven tenths from the third to the last.
    expect(measured('K36', amountsOf(counted).get('K36') ?? [])).toMatchObject({
      median: 175,
      p90: 194,
    });
  }),
);

const parked = (id: string, milestone: string) => [
  accepted('03-02 09:00', {}),
  ...led('03-02 09:10', id, 'zjj'),
  of('03-06 09:00', 'deferrals.duty-parked', id, { dueAt: at('03-10 17:30').toISOString() }),
  plain('03-06 09:00', 'deferrals.parked', { milestonesOn: [milestone] }),
];

/** Four orders in the ledger since the sixth of March. */
const ledger = [
  // 1 Cleared before its milestone.
  history(
    parked('a1', '2026-03-20'),
    handedIn('03-18 10:00', 'a1', 'solved'),
    approved('03-18 11:00'),
  ),
  // 2 Its milestone is over, and it is still there.
  history(parked('a2', '2026-03-20')),
  // 3 Taken back by the centre: the plan is over with it.
  history(parked('a3', '2026-03-20'), plain('03-15 09:00', 'dispatch.recalled', {})),
  // 4 Cleared in March, planned for April.
  history(
    parked('a4', '2026-04-10'),
    handedIn('03-25 10:00', 'a4', 'solved'),
    approved('03-25 11:00'),
  ),
];

test(
  'K38 of four parked orders: what still stands in the ledger, and what was cleared of what was due',
  inCity(async ({ ctx }) => {
    const rules = await rulesOfCity(ctx);
    // Parked: all four; still: 2. Due in March: 1 and 2; cleared: 1.
    expect(table(ledger, { rules, ...march })('K38-parked', 'K38-cleared')).toEqual({
      'K38-parked': '1/4',
      'K38-cleared': '1/2',
    });
    expect(table(ledger, { rules, ...april })('K38-cleared')).toEqual({ 'K38-cleared': '1/1' });
  }),
);

test.each(['X1', 'X2', 'X3', 'X4', 'X5', 'X6', 'X8', 'X9'])(
  'a bad rating taken out by %s stays in what stands before the exclusions, and is counted by its code',
  (exclusion) =>
    inCity(async ({ ctx }) => {
      const one = history(
        accepted('03-02 09:00', {}),
        led('03-02 09:10', 'a1', 'zjj'),
        handedIn('03-04 10:00', 'a1', 'solved'),
        approved('03-04 11:00'),
        asked('03-05 09:00', {
          solved: 'not-solved',
          process: 'satisfied',
          result: 'dissatisfied',
        }),
        plain('03-09 09:00', 'call-back.contest-upheld', { exclusion, counts: false, round: 0 }),
      );
      const shown = table([one], { rules: await rulesOfCity(ctx), ...march });
      const out = `0/0 (0/1) ${exclusion}:1`;
      expect(shown('K41a', 'K42-strict', 'K42-all', 'K42-rated')).toEqual({
        K41a: out,
        'K42-strict': out,
        'K42-all': out,
        // Whoever rated has taken part.
        'K42-rated': '1/1',
      });
    })(),
);
