import type { EventType } from '@minsheng/contract/words/events.ts';
import type { FigureKey } from '@minsheng/contract/words/indicators.ts';
import { officialZone } from '@minsheng/contract/words/zone.ts';
import type { Json } from '../../platform/json.ts';
import { instantAt } from '../../platform/zone.ts';
import { counting, countOrder, tallied } from './counting.ts';
import { factsOf } from './facts-of.ts';
import type { Rules } from './mark.ts';
import type { Told } from './story.ts';
import { leftOutOf } from './tally.ts';

// For tests: what happened to invented orders in March 2026, line by line, to be counted on paper.

/** '03-02 09:00' of the city's clock. */
export const at = (time: string): Date =>
  instantAt(`2026-${time.slice(0, 5)}`, time.slice(6), officialZone);
const iso = (time: string): string => at(time).toISOString();

type Data = Readonly<Record<string, Json>>;
export type Line = readonly [time: string, type: EventType, data: Data];

export const history = (...lines: readonly (Line | readonly Line[])[]): Told[] =>
  lines
    .flatMap((line) => (isLine(line) ? [line] : line))
    .map(([time, type, data]) => ({ at: at(time), type, data }));

const isLine = (line: Line | readonly Line[]): line is Line => typeof line[0] === 'string';

const words = {
  type: 'QZ',
  matter: '010105',
  area: '350602001000',
  urgency: 'U3',
  issueId: 'one',
  hasNumber: true,
  needsCallBack: true,
};

export const accepted = (time: string, more: Data): Line => [
  time,
  'intake.accepted',
  { ...words, to: 'to-dispatch', ...more },
];

/** Ended as it came in: answered, told the way, put through. */
export const taken = (time: string, how: 'answered' | 'disposed', more: Data): Line => [
  time,
  `intake.${how}`,
  { ...words, to: how, ...more },
];

interface Given {
  readonly id: string;
  readonly unit: string;
  readonly role: string;
  readonly round: number;
  readonly sign: string;
  readonly contact: string | null;
  readonly due: string;
}

export const given = (time: string, { id, unit, role, round, sign, contact, due }: Given): Line => [
  time,
  'dispatch.assigned',
  {
    assignment: id,
    parent: null,
    unit,
    path: `350600/${unit}`,
    role,
    round,
    override: false,
    signDueAt: iso(sign),
    contactDueAt: contact && iso(contact),
    dueAt: iso(due),
  },
];

/** Sent to one lead: to be signed the next day, spoken with on the fourth, answered by the tenth. */
export const led = (time: string, id: string, unit: string): readonly Line[] => [
  given(time, {
    id,
    unit,
    role: 'lead',
    round: 0,
    sign: '03-03 17:30',
    contact: '03-04 17:30',
    due: '03-10 17:30',
  }),
  [time, 'dispatch.sent', { lead: unit }],
];

export const of = (time: string, type: EventType, id: string, more: Data): Line => [
  time,
  type,
  { assignment: id, ...more },
];
export const plain = (time: string, type: EventType, more: Data): Line => [time, type, more];

export const handedIn = (time: string, id: string, solved: string): readonly Line[] => [
  of(time, 'handling.handed-in', id, { solved }),
  plain(time, 'handling.submitted', {}),
];

export const asked = (time: string, more: Data): Line => [
  time,
  'call-back.attempted',
  { round: 0, reached: true, contacted: true, process: null, result: null, solved: null, ...more },
];

/** 'met/counted' of some figures in a span of days, raw in brackets where it differs, with what is left out. */
export function table(
  orders: readonly Told[][],
  { rules, from, until, asOf }: { rules: Rules; from: string; until: string; asOf: string },
): (...figures: FigureKey[]) => Record<string, string> {
  const span = { from: at(from), until: at(until), unit: null, county: null, matter: null };
  const counted = counting(span, at(asOf));
  for (const told of orders) {
    const facts = factsOf(told, rules);
    if (facts) countOrder(counted, facts);
  }
  const tally = tallied(counted);
  const shown = (figure: FigureKey): string => {
    const count = tally.get(figure);
    if (!count) return '';
    const { adjusted, raw, coverage } = count;
    const value = `${adjusted.numerator}/${adjusted.denominator}`;
    const before = `${raw.numerator}/${raw.denominator}`;
    return [
      value,
      ...(before === value ? [] : [`(${before})`]),
      ...leftOutOf(count).map(({ code, count: many }) => `${code}:${many}`),
      ...(coverage.known === coverage.of ? [] : [`known ${coverage.known}/${coverage.of}`]),
    ].join(' ');
  };
  return (...figures) => Object.fromEntries(figures.map((figure) => [figure, shown(figure)]));
}
