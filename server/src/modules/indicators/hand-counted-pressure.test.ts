import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { accepted, at, history, led, of, plain, table } from './example-histories.ts';
import { factsOf } from './facts-of.ts';
import { rulesOfCity } from './rules-of-city.ts';

const march = { from: '03-01 00:00', until: '04-01 00:00', asOf: '04-01 00:00' };
const sent = (id: string) => [accepted('03-02 09:00', {}), ...led('03-02 09:10', id, 'zjj')];

test(
  'K37: urged, supervised, and of each supervision whether it was answered in its time',
  inCity(async ({ ctx }) => {
    const opened = (time: string, no: number, level: string, due: string) =>
      plain(time, 'supervision.opened', {
        no,
        level,
        unit: 'zjj',
        path: '350600/zjj',
        answerDueAt: at(due).toISOString(),
      });
    const pressed = [
      // 1 Urged by the requester only.
      history(sent('a1'), plain('03-05 09:00', 'intake.urged', {})),
      // 2 Urged by the rule, then supervised in writing and answered in time; sent back, answered in the new time.
      history(
        sent('a2'),
        opened('03-11 09:00', 1, 'S1', '03-11 14:00'),
        opened('03-12 09:00', 2, 'S2', '03-16 17:30'),
        plain('03-13 09:00', 'supervision.answered', { no: 2 }),
        plain('03-16 09:00', 'supervision.sent-back', {
          no: 2,
          answerDueAt: at('03-18 17:30').toISOString(),
        }),
        plain('03-18 09:00', 'supervision.answered', { no: 2 }),
      ),
      // 3 Supervised twice: late once and late for ever, the second time not due before April.
      history(
        sent('a3'),
        opened('03-12 09:00', 1, 'S2', '03-16 17:30'),
        plain('03-16 17:31', 'supervision.late', { no: 1 }),
        plain('03-17 09:00', 'supervision.answered', { no: 1 }),
        opened('03-31 09:00', 2, 'S3', '04-07 17:30'),
      ),
      // 4 The supervision lapsed with its order: none.
      history(
        sent('a4'),
        opened('03-12 09:00', 1, 'S2', '03-16 17:30'),
        plain('03-13 09:00', 'supervision.lapsed', { no: 1 }),
      ),
    ];
    const shown = table(pressed, { rules: await rulesOfCity(ctx), ...march });
    expect(shown('K37-urged', 'K37-supervised', 'K37-closed')).toEqual({
      'K37-urged': '2/4',
      'K37-supervised': '2/4',
      'K37-closed': '1/2',
    });
  }),
);

test(
  'the month in which an answer, a plan or a parked duty falls due is one of the order',
  inCity(async ({ ctx }) => {
    const rules = await rulesOfCity(ctx);
    const supervised = history(
      sent('a1'),
      plain('03-31 09:00', 'supervision.opened', {
        no: 1,
        level: 'S2',
        unit: 'zjj',
        path: '350600/zjj',
        answerDueAt: at('04-07 17:30').toISOString(),
      }),
      plain('03-31 10:00', 'supervision.sent-back', {
        no: 1,
        answerDueAt: at('05-07 17:30').toISOString(),
      }),
    );
    expect(factsOf(supervised, rules)?.months).toEqual(['2026-03-01', '2026-04-01', '2026-05-01']);
    const parked = history(
      sent('a2'),
      of('03-06 09:00', 'deferrals.duty-parked', 'a2', { dueAt: at('04-02 17:30').toISOString() }),
      plain('03-06 09:00', 'deferrals.parked', { milestonesOn: ['2026-04-20', '2026-06-30'] }),
    );
    expect(factsOf(parked, rules)?.months).toEqual(['2026-03-01', '2026-04-01', '2026-06-01']);
  }),
);
