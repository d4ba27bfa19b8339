import type { Mechanism, MechanismFigure } from '@minsheng/contract/mechanism-data.ts';
import type { MechanismMoment, MechanismUnit } from '@minsheng/contract/words/mechanisms.ts';
import { allHold, type Facts, type Moments } from './conditions.ts';

export interface Figure {
  readonly code: string;
  readonly name: string;
  readonly unit: MechanismUnit;
  readonly value: number | null;
  readonly orders: number;
  readonly among: number | null;
}

/** 机制指标: a small closed set of formulas over the form and the instants of orders. */
export function figureOf(
  { form }: Pick<Mechanism, 'form'>,
  figure: MechanismFigure,
  orders: readonly Facts[],
): Figure {
  const { code, name } = figure;
  const { in: inside, out } = partsOf(figure, orders);
  const said = { code, name, orders: inside.length, among: null };
  const unitOf = (field: string): MechanismUnit =>
    form.find((one) => one.code === field)?.kind === 'money' ? 'fen' : 'number';
  switch (figure.kind) {
    case 'count':
      return { ...said, unit: 'orders', value: inside.length };
    case 'sum':
      return {
        ...said,
        unit: unitOf(figure.field),
        value: ofAny(inside, sumOf(inside, figure.field)),
      };
    case 'difference': {
      const rests = inside.map((facts) => restOf(figure, facts));
      const sum = rests.reduce((total, rest) => total + rest, 0);
      return { ...said, unit: unitOf(figure.field), value: ofAny(inside, sum) };
    }
    case 'median': {
      const values = inside.map(({ values }) => Number(values.get(figure.field)));
      return { ...said, unit: unitOf(figure.field), value: medianOf(values) };
    }
    case 'median-hours': {
      const { hours } = hoursBetween(
        inside.map(({ moments }) => moments),
        figure.from,
        figure.to,
      );
      return { ...said, unit: 'hours', value: hours };
    }
    case 'share': {
      const among = inside.length + out.length;
      return { ...said, unit: 'share', value: among === 0 ? null : inside.length / among, among };
    }
    default:
      return figure satisfies never;
  }
}

/** 数后工单: what a figure is made of, and of a share also what it is measured by; of a difference those where it is none. */
export function partsOf<F extends Facts>(
  figure: MechanismFigure,
  orders: readonly F[],
): { in: F[]; out: F[] } {
  const among = orders.filter((facts) => allHold(figure.where, facts));
  const isIn = (facts: F): boolean => {
    const has = (code: string) => facts.values.has(code);
    switch (figure.kind) {
      case 'count':
        return true;
      case 'sum':
      case 'median':
        return has(figure.field);
      case 'difference':
        return has(figure.field) || has(figure.less);
      case 'median-hours':
        return facts.moments[figure.from] !== null && facts.moments[figure.to] !== null;
      case 'share':
        return allHold(figure.of, facts);
      default:
        return figure satisfies never;
    }
  };
  return { in: among.filter(isIn), out: among.filter((facts) => !isIn(facts)) };
}

/** Of no order nothing is said: a nought would say that nothing was owed. */
const ofAny = (orders: readonly Facts[], sum: number): number | null =>
  orders.length === 0 ? null : sum;

/** 差额 of one order: what it is short of. Who was paid too much owes nobody else's wages, so nothing is set off. */
const restOf = ({ field, less }: { field: string; less: string }, { values }: Facts): number =>
  Math.max(0, Number(values.get(field) ?? 0) - Number(values.get(less) ?? 0));

/** 差额不为零: of a difference, the orders that make it. */
export const differs = (figure: MechanismFigure, facts: Facts): boolean =>
  figure.kind !== 'difference' || restOf(figure, facts) > 0;

export const sumOf = (orders: readonly Facts[], field: string): number =>
  orders.reduce((sum, { values }) => sum + Number(values.get(field) ?? 0), 0);

/** 中位数; null of nothing. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  const lower = sorted[Math.ceil(middle) - 1];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}

const hourMs = 3_600_000;

export function hoursBetween(
  all: readonly Moments[],
  from: MechanismMoment,
  to: MechanismMoment,
): { hours: number | null; orders: number } {
  const spans = all.flatMap((moments) => {
    const [begun, ended] = [moments[from], moments[to]];
    return begun && ended && ended >= begun ? [(ended.getTime() - begun.getTime()) / hourMs] : [];
  });
  const median = medianOf(spans);
  return { hours: median === null ? null : Math.round(median * 10) / 10, orders: spans.length };
}
