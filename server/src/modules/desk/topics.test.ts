import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import type { Doer } from '../../platform/testing/in-city.ts';
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
    const mine = async (who: Doer) => {
      const answers = wanted.map(async (topic) => {
        const heard = await who.do(allowTopics, [topic]).catch(({ code }) => code);
        return heard === 'desk.not-heard' ? [] : heard;
      });
      return (await Promise.all(answers)).flat();
    };
    expect(await mine(as('dispatcher'))).toEqual([
      'desk:to-dispatch',
      'alarm:u1',
      'unit:350600/350600.zjj',
      'unit:350600/350600.zjj2',
      `order:${orderId}`,
      `order:${other.id}`,
      `issue:${other.issue_id}`,
    ]);
    expect(await mine(as('handler', bureau))).toEqual([
      'unit:350600/350600.zjj',
      `order:${orderId}`,
    ]);
    expect(await as('shift-lead').do(allowTopics, [`order:${secret.id}`])).toHaveLength(1);
    expect(await mine(as('admin'))).toEqual([]);
  }),
);

test(
  'what may not be heard is refused by name, beside what may; desks of other posts stay silent',
  inCity(async ({ anOrder, as }) => {
    const own = await anOrder.inProgress();
    const other = await anOrder.toDispatch();
    const handler = as('handler', bureau);
    const heard = [`order:${own.orderId}`, 'desk:to-dispatch', 'alarm:u1'];
    expect(await handler.do(allowTopics, heard)).toEqual([`order:${own.orderId}`]);
    const foreign = [`order:${other.id}`, `issue:${other.issue_id}`, 'unit:350600/350600.cgj'];
    await expect(handler.do(allowTopics, [...heard, ...foreign])).rejects.toMatchObject({
      code: 'desk.not-heard',
      facts: { count: 3, topics: foreign.join(' ') },
    });
  }),
);

test(
  'who may open a list hears that it has changed',
  inCity(async ({ as }) => {
    const lists = ['deferrals', 'false-completions', 'contests'];
    expect(await as('director').do(allowTopics, lists)).toEqual(lists);
    const handler = as('handler', bureau);
    expect(await handler.do(allowTopics, lists.slice(0, 2))).toEqual(lists.slice(0, 2));
    await expect(handler.do(allowTopics, lists)).rejects.toMatchObject({
      code: 'desk.not-heard',
      facts: { topics: 'contests' },
    });
    // Whoever talks with a caller has the caller's marks on the screen.
    expect(await as('agent').do(allowTopics, ['conduct'])).toEqual(['conduct']);
    const county = { unitCode: '350626', unitPath: '350600/350626', areaCode: '350626000000' };
    expect(await as('county-dispatcher', county).do(allowTopics, ['contests'])).toEqual([
      'contests',
    ]);
  }),
);
