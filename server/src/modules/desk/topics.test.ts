import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { allowTopics } from './topics.ts';

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };

test(
  'the centre follows its own desks, a unit its own subtree, nobody what they may not see',
  inCity(async ({ anOrder, as }) => {
    const { orderId } = await anOrder.inProgress();
    const other = await anOrder.toDispatch();
    const secret = await anOrder.toDispatch({ secrecy: 3 });
    const wanted = [
      'desk:to-dispatch',
      'desk:to-accept',
      'desk:calls',
      'alarm:u1',
      'unit:350600/350600.zjj',
      'unit:350600/350600.zjj2',
      `order:${orderId}`,
      `order:${other.id}`,
      `order:${secret.id}`,
      `issue:${other.issue_id}`,
      'order:not-an-id',
      'account:everything',
    ];
    expect(await as('dispatcher').do(allowTopics, wanted)).toEqual([
      'desk:to-dispatch',
      'alarm:u1',
      'unit:350600/350600.zjj',
      'unit:350600/350600.zjj2',
      `order:${orderId}`,
      `order:${other.id}`,
      `issue:${other.issue_id}`,
    ]);
    expect(await as('handler', bureau).do(allowTopics, wanted)).toEqual([
      'unit:350600/350600.zjj',
      `order:${orderId}`,
    ]);
    expect(await as('shift-lead').do(allowTopics, [`order:${secret.id}`])).toHaveLength(1);
    expect(await as('admin').do(allowTopics, wanted)).toEqual([]);
  }),
);
