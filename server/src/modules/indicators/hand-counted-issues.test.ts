import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { counting, countOrder } from './counting.ts';
import { accepted, at, handedIn, history, led, plain } from './example-histories.ts';
import { factsOf } from './facts-of.ts';
import { issueCountsOf } from './issue-counting.ts';
import { rulesOfCity } from './rules-of-city.ts';

const told = (time: string, issueId: string) => history(accepted(time, { issueId }));

/** Answered a day later, and closed the day it says. */
const closed = (time: string, issueId: string, { on, as }: { on: string; as: string }) =>
  history(
    accepted(time, { issueId }),
    led(time, issueId, 'zjj'),
    handedIn(`${on} 10:00`, issueId, 'solved'),
    plain(`${on} 11:00`, 'handling.reply-approved', {}),
    plain(`${on} 12:00`, 'call-back.closed', { kind: as, round: 0 }),
  );

const spoken = [
  // Lamp: three in the last seven days of March (from the 25th), one of them a repeat: two people.
  told('03-25 00:00', 'lamp'),
  told('03-30 09:00', 'lamp'),
  history(
    accepted('03-30 10:00', { issueId: 'lamp' }),
    plain('03-30 10:00', 'intake.repeat-linked', { repeats: 'one', no: 1 }),
  ),
  // Road: two in the last thirty days (from the second), one the day before them, none in the last seven.
  told('03-01 23:59', 'road'),
  told('03-10 09:00', 'road'),
  told('03-24 23:59', 'road'),
  // Noise: one person.
  told('03-29 09:00', 'noise'),
];

const solved = [
  // Drain: solved on the fifth, told again on the twentieth.
  closed('03-01 09:00', 'drain', { on: '03-05', as: 'solved' }),
  told('03-20 09:00', 'drain'),
  // Pipe: solved on the sixth, told again in April.
  closed('02-20 09:00', 'pipe', { on: '03-06', as: 'solved' }),
  told('04-05 09:00', 'pipe'),
  // Tree: solved and never heard of again; what was told before does not count.
  told('03-06 09:00', 'tree'),
  closed('02-20 09:00', 'tree', { on: '03-07', as: 'solved' }),
  // Dust: told again after 181 days.
  closed('02-20 09:00', 'dust', { on: '03-08', as: 'solved' }),
  told('09-05 13:00', 'dust'),
  // Gate: closed as not solved, so it cannot come back.
  closed('02-20 09:00', 'gate', { on: '03-09', as: 'unsolved-explained' }),
  told('03-21 09:00', 'gate'),
];

test(
  'K44 and K45 of nine issues: who spoke of them, and which came back',
  inCity(async ({ ctx }) => {
    const rules = await rulesOfCity(ctx);
    const shown = (asOf: string, least: number, unit: string | null) => {
      const counted = counting(
        {
          from: at('03-01 00:00'),
          until: at('04-01 00:00'),
          unit: unit === null ? null : { code: unit, path: `350600/${unit}` },
          county: null,
          matter: null,
        },
        at(asOf),
      );
      for (const events of [...spoken, ...solved]) {
        const facts = factsOf(
          events.filter((one) => one.at < at(asOf)),
          rules,
        );
        if (facts) countOrder(counted, facts);
      }
      const counts = issueCountsOf(counted.issues, counted, least);
      return Object.fromEntries(
        [...counts].map(([key, { numerator, denominator }]) => [
          key,
          `${numerator}/${denominator}`,
        ]),
      );
    };
    expect(shown('04-01 00:00', 2, null)).toEqual({
      // Of the last week: lamp 2, noise 1.
      K44: '1/2',
      // Of thirty days: lamp 2, road 2, noise 1, drain 1, tree 1, gate 1.
      'K44-month': '2/6',
      // Solved: drain, pipe, tree, dust. Again: drain.
      K45: '1/4',
    });
    expect(shown('04-01 00:00', 3, null)).toMatchObject({ K44: '0/2', 'K44-month': '0/6' });
    // By October pipe has come back, and dust too late.
    expect(shown('10-01 00:00', 2, null)).toEqual({ K44: '1/2', 'K44-month': '2/6', K45: '2/4' });
    // A month that is not over ends now. From the fourth: road 1, tree 1. From the ninth of February: road 2, tree 2,
    // drain, pipe, dust and gate 1 each.
    expect(shown('03-11 00:00', 2, null)).toEqual({ K44: '0/2', 'K44-month': '2/6', K45: '0/4' });
    // Who spoke of it is the centre's to know; what came back is the unit's that solved it.
    expect(shown('04-01 00:00', 2, 'zjj')).toEqual({ K44: '0/0', 'K44-month': '0/0', K45: '1/4' });
    expect(shown('04-01 00:00', 2, 'cgj')).toMatchObject({ K45: '0/0' });
  }),
);
