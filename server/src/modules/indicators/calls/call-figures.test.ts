import { expect, test } from 'vitest';
import { callFigures } from './call-figures.ts';
import { contactRate } from './contact-rate.ts';
import { at, callsOfDay, contactsOfDay } from './day-log.ts';
import { rollingRate } from './rolling-rate.ts';

const of = (numerator: number, denominator: number) => ({ numerator, denominator });
/** 系统故障, two to three in the afternoon. */
const outOfOrder = [{ from: at('14:00:00'), to: at('15:00:00') }];
const figures = callFigures(callsOfDay(), { returnMinutes: 30, outOfOrder });

test('K1, K5: twenty calls, two for the robot, eleven of eighteen answered, three gave up', () => {
  expect(figures.byRobot).toEqual(of(2, 20));
  expect(figures.answered).toEqual(of(11, 18));
  expect(figures.abandoned).toEqual(of(3, 18));
  // Four seconds are short, five are not.
  expect(figures.shortAbandons).toBe(1);
});

test('K1 without the hour out of order: three calls less, the one at three stays', () => {
  expect(figures.answeredInOrder).toEqual(of(10, 15));
});

test('K2: five within 15 seconds, seven within 20, nine within 30, the last second counted', () => {
  expect(figures.within).toEqual([
    { seconds: 15, ofOffered: of(5, 18), ofAnswered: of(5, 11) },
    { seconds: 20, ofOffered: of(7, 18), ofAnswered: of(7, 11) },
    { seconds: 30, ofOffered: of(9, 18), ofAnswered: of(9, 11) },
  ]);
});

test('K4: waited 218 seconds in all, talked 2,160, wrote for 450', () => {
  expect(figures.wait).toEqual({ count: 11, meanSeconds: 218 / 11, p95Seconds: 50 });
  expect(figures.talk).toEqual({ count: 11, meanSeconds: 2160 / 11, p95Seconds: 600 });
  expect(figures.writeUp).toEqual({ count: 10, meanSeconds: 45, p95Seconds: 60 });
});

test('K6: of six missed with a number two were reached within 30 minutes, the last second counted', () => {
  expect(figures.returned).toEqual(of(2, 6));
  expect(figures.answeredOrReturned).toEqual(of(13, 18));
});

test('K10, K11: four of six ratings content, one error in four inspected', () => {
  expect(figures.content).toEqual(of(4, 6));
  expect(figures.rated).toEqual(of(6, 11));
  expect(figures.errors).toEqual(of(1, 4));
});

test('K3: the last 24 hours at any instant', () => {
  const calls = callsOfDay();
  expect(rollingRate(calls, at('08:01:00'))).toEqual(of(4, 5));
  expect(rollingRate(calls, at('23:59:59'))).toEqual(of(11, 18));
  // The next morning the first three of yesterday have left.
  expect(rollingRate(calls, at('32:00:05'))).toEqual(of(9, 15));
});

test('K7: three of six answered in time by network', () => {
  expect(contactRate(contactsOfDay())).toEqual(of(3, 6));
});

test('a day without calls has no rate and no mean', () => {
  const none = callFigures([], { returnMinutes: 30, outOfOrder });
  expect(none.answered).toEqual(of(0, 0));
  expect(none.wait).toBeNull();
});
