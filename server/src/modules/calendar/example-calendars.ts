import { officialZone } from '@minsheng/contract/words/zone.ts';
import { type DayOn, dayAfter, instantAt } from '../../platform/zone.ts';
import { type WorkingCalendar, workingCalendar } from './working-calendar.ts';

// For tests: the national rows of 2026 with one set of coastal and one of Xinjiang hours.

function daysFrom(first: DayOn, count: number): DayOn[] {
  return Array.from({ length: count }, (_, index) => dayAfter(first, index));
}

const nationalDaysOff = [
  ...daysFrom('2026-01-01', 3),
  ...daysFrom('2026-02-15', 9),
  ...daysFrom('2026-04-04', 3),
  ...daysFrom('2026-05-01', 5),
  ...daysFrom('2026-06-19', 3),
  ...daysFrom('2026-09-25', 3),
  ...daysFrom('2026-10-01', 7),
];
const makeUpDays = [
  '2026-01-04',
  '2026-02-14',
  '2026-02-28',
  '2026-05-09',
  '2026-09-20',
  '2026-10-10',
];

const mondayToFriday = [1, 2, 3, 4, 5];

/** Seven hours a day all year. */
export function coastalCalendar(zone = officialZone): WorkingCalendar {
  return workingCalendar({
    zone,
    knownThrough: '2026-12-31',
    daysOff: nationalDaysOff,
    makeUpDays,
    dayNames: new Map([
      ['2026-02-14', '春节补班'],
      ['2026-10-01', '国庆节'],
    ]),
    officeHours: [
      {
        validFrom: '2017-01-01',
        weekdays: mondayToFriday,
        season: null,
        spans: [
          ['08:00', '12:00'],
          ['14:30', '17:30'],
        ],
      },
    ],
  });
}

/** Later hours, a longer noon in summer, and a holiday of the region's own. */
export function xinjiangCalendar(): WorkingCalendar {
  return workingCalendar({
    zone: officialZone,
    knownThrough: '2026-12-31',
    daysOff: [...nationalDaysOff, '2026-05-27'],
    makeUpDays,
    officeHours: [
      {
        validFrom: '2017-01-01',
        weekdays: mondayToFriday,
        season: { from: '05-01', to: '09-30' },
        spans: [
          ['10:00', '14:00'],
          ['16:00', '19:30'],
        ],
      },
      {
        validFrom: '2017-01-01',
        weekdays: mondayToFriday,
        season: { from: '10-01', to: '04-30' },
        spans: [
          ['10:00', '14:00'],
          ['15:30', '19:00'],
        ],
      },
    ],
  });
}

/** An instant by the clock on a Chinese wall: '2026-02-14 10:00'. */
export function at(local: string): Date {
  const [on = '', time = ''] = local.split(' ');
  return instantAt(on, time, officialZone);
}
