import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import {
  accepted,
  asked,
  given,
  handedIn,
  history,
  type Line,
  led,
  of,
  plain,
  table,
} from './example-histories.ts';
import { rulesOfCity } from './rules-of-city.ts';

const march = { from: '03-01 00:00', until: '04-01 00:00', asOf: '04-01 00:00' };
const approved = (time: string) => plain(time, 'handling.reply-approved', {});
const closed = (time: string, kind: string, round: number) =>
  plain(time, 'call-back.closed', { kind, round });

const answered = (id: string, more: Parameters<typeof accepted>[1]): readonly Line[] => [
  accepted('03-02 09:00', more),
  ...led('03-02 09:10', id, 'zjj'),
  ...handedIn('03-04 10:00', id, 'solved'),
  approved('03-04 11:00'),
];
const rated = (solved: string, process: string, result: string) => ({ solved, process, result });

/** Twelve orders, answered on the fourth of March and asked about afterwards. */
const asks = [
  // 1 Solved, very satisfied.
  history(
    answered('a1', {}),
    asked('03-05 09:00', rated('solved', 'satisfied', 'very-satisfied')),
    closed('03-05 09:05', 'solved', 0),
  ),
  // 2 Solved, basically satisfied: 宽口径 only.
  history(answered('a2', {}), asked('03-05 09:00', rated('solved', 'satisfied', 'basically'))),
  // 3 Partly solved; the process basically satisfied: not in its 严口径.
  history(answered('a3', {}), asked('03-05 09:00', rated('partly', 'basically', 'satisfied'))),
  // 4 Not solved for an objective reason that was checked: the rating stays and does not count.
  history(
    answered('a4', {}),
    asked('03-05 09:00', {
      ...rated('not-solved', 'satisfied', 'dissatisfied'),
      reasonClass: 'objective',
    }),
    closed('03-06 09:00', 'unsolved-objective', 0),
  ),
  // 5 Nobody reached in three tries: never satisfied.
  history(
    answered('a5', {}),
    asked('03-05 09:00', { reached: false }),
    asked('03-05 15:00', { reached: false }),
    asked('03-05 19:00', { reached: false }),
    closed('03-06 09:00', 'unreached', 0),
  ),
  // 6 Not asked yet.
  history(answered('a6', {})),
  // 7 Asked not to be called, and said nothing.
  history(answered('a7', { needsCallBack: false })),
  // 8 A suggestion: X11 out of K41, and rated like any other.
  history(
    answered('a8', { type: 'JY' }),
    asked('03-05 09:00', rated('not-solved', 'satisfied', 'satisfied')),
  ),
  // 9 A bad rating contested for X3: upheld by the county it counts, upheld by the city no more.
  history(
    answered('a9', {}),
    asked('03-05 09:00', rated('not-solved', 'dissatisfied', 'very-dissatisfied')),
    closed('03-06 09:00', 'unsolved-explained', 0),
    plain('03-09 09:00', 'call-back.contest-upheld', { exclusion: 'X3', counts: true, round: 0 }),
    plain('03-10 09:00', 'call-back.contest-upheld', { exclusion: 'X3', counts: false, round: 0 }),
  ),
  // 10 Redone: the answer that stands is the second one, and the first round shows in K35 and K39.
  history(
    answered('b1', {}),
    asked('03-05 09:00', rated('not-solved', 'satisfied', 'dissatisfied')),
    plain('03-05 10:00', 'call-back.false-found', { round: 0, foundHow: 'call-back' }),
    plain('03-06 10:00', 'call-back.false-confirmed', { round: 0 }),
    of('03-06 10:00', 'dispatch.duty-revoked', 'b1', {}),
    given('03-06 10:00', {
      id: 'b2',
      unit: 'zjj',
      role: 'lead',
      round: 1,
      sign: '03-09 17:30',
      contact: null,
      due: '03-11 17:30',
    }),
    plain('03-06 10:00', 'call-back.redone', { round: 1 }),
    handedIn('03-10 10:00', 'b2', 'solved'),
    approved('03-10 11:00'),
    asked('03-11 09:00', { ...rated('solved', 'satisfied', 'satisfied'), round: 1 }),
    closed('03-11 09:05', 'solved', 1),
  ),
  // 11 Rated twice, by telephone and by page: the last one counts, the first one stays.
  history(
    answered('b3', {}),
    asked('03-05 09:00', rated('solved', 'satisfied', 'very-satisfied')),
    plain('03-05 20:00', 'call-back.rated', {
      round: 0,
      ...rated('not-solved', 'dissatisfied', 'dissatisfied'),
    }),
  ),
  // 12 Parked: not solved in K41b, and left out of it beside (X10). No answer yet.
  history(
    accepted('03-02 09:00', {}),
    led('03-02 09:10', 'b4', 'zjj'),
    of('03-06 09:00', 'deferrals.duty-parked', 'b4', {}),
    plain('03-06 09:00', 'deferrals.parked', { milestonesOn: ['2026-06-30'] }),
  ),
];

test(
  'K35, K36, K39 to K42 and K45 of twelve answers',
  inCity(async ({ ctx }) => {
    const rules = await rulesOfCity(ctx);
    const shown = table(asks, { rules, ...march });
    expect(
      shown('K35', 'K35-review', 'K35-call-back', 'K36', 'K39', 'K40-attempted', 'K40-reached'),
    ).toEqual({
      // Answered: 1 to 11. Sent back: 10.
      K35: '1/11',
      'K35-review': '0/11',
      'K35-call-back': '1/11',
      K36: '11/11',
      // Answers somebody spoke about: 1 2 3 4 8 9 10 twice, 11. False: the first of 10.
      K39: '1/9',
      // Answers to be asked about: twelve, without 7. Tried: without 6. Heard: without 5.
      'K40-attempted': '10/11',
      'K40-reached': '9/10',
    });
    expect(shown('K41a', 'K41b', 'K41-objective', 'K41-partly', 'K41-claim', 'K45')).toEqual({
      // Said whether it is solved: 1 2 3 4 8 9 10 11. Solved: 1 2 10. Left out: 8, 9.
      K41a: '3/6 (3/8) X3:1 X11:1',
      // Due: 1 to 11 without 7, and 12 in the ledger. Left out: 8, 9, 12.
      K41b: '3/8 (3/11) X3:1 X10:1 X11:1',
      'K41-objective': '1/6 (1/8) X3:1 X11:1',
      'K41-partly': '1/6 (1/8) X3:1 X11:1',
      'K41-claim': '11/11',
      K45: '0/2',
    });
    expect(shown('K42-wide', 'K42-strict', 'K42-all', 'K42-rated')).toEqual({
      // Rated: 1 2 3 4 8 9 10 11. Wide: 1 2 3 8 10; strict: without 2. Left out: 4 objective, 9.
      'K42-wide': '5/6 (5/8) X3:1 objective:1',
      'K42-strict': '4/6 (4/8) X3:1 objective:1',
      // Due: 1 to 11 without 7.
      'K42-all': '4/8 (4/10) X3:1 objective:1',
      'K42-rated': '8/10',
    });
    expect(shown('K42-process', 'K42-process-strict', 'K42-process-all')).toEqual({
      // Rated: as above. Wide: 1 2 3 4 8 10; strict: without 3. Left out: 4, 9. Due: 1 to 11 without 7.
      'K42-process': '5/6 (6/8) X3:1 objective:1',
      'K42-process-strict': '4/6 (5/8) X3:1 objective:1',
      'K42-process-all': '4/8 (5/10) X3:1 objective:1',
    });
  }),
);

test(
  'before the city has ruled, the rating counts; nobody reached makes no rate better',
  inCity(async ({ ctx }) => {
    const rules = await rulesOfCity(ctx);
    const cut = asks.map((order) =>
      order.filter(({ at }) => at < new Date('2026-03-09T12:00:00Z')),
    );
    expect(table(cut, { rules, ...march })('K42-strict')).toEqual({
      // 10 is in its second round and not answered again: its first answer stands.
      'K42-strict': '3/7 (3/8) objective:1',
    });
    const more = [...asks, ...asks.filter((_, no) => no === 4)];
    expect(table(more, { rules, ...march })('K42-strict', 'K42-all', 'K41b')).toEqual({
      'K42-strict': '4/6 (4/8) X3:1 objective:1',
      'K42-all': '4/9 (4/11) X3:1 objective:1',
      K41b: '3/9 (3/12) X3:1 X10:1 X11:1',
    });
  }),
);
