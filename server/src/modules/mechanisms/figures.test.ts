import type { MechanismFigure } from '@minsheng/contract/mechanism-data.ts';
import { expect, test } from 'vitest';
import type { Facts } from './conditions.ts';
import { differs, figureOf } from './figures.ts';

const none = {
  accepted: null,
  dispatched: null,
  contacted: null,
  arrived: null,
  answered: null,
  closed: null,
};
const wages = (verified: number, paid: number): Facts => ({
  values: new Map([
    ['verified', verified],
    ['paid', paid],
  ]),
  moments: none,
  isOpen: true,
  zone: 'Asia/Shanghai',
});
const owed: MechanismFigure = {
  ...{ code: 'owed', name: '核实后尚未支付', where: [] },
  kind: 'difference',
  field: 'verified',
  less: 'paid',
};

test('what one order was paid too much hides nothing of what another is owed', () => {
  const orders = [wages(1_300_000, 300_000), wages(500_000, 900_000), wages(200_000, 200_000)];
  expect(figureOf({ form: [] }, owed, orders)).toMatchObject({ value: 1_000_000, orders: 3 });
  expect(orders.filter((order) => differs(owed, order))).toEqual([orders[0]]);
});
