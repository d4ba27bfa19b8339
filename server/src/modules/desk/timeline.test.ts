import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { addUnit, attempt, correctPlace, reassign, recall, sign } from '../../../test/use-cases.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import { addNote } from './add-note.ts';
import { timeline } from './timeline.ts';

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };
const minutes = (at: Date, count: number) => new Date(at.getTime() + count * 60_000);

test(
  'the past as it stood, by who and for which unit, in words',
  inCity(async ({ as, anOrder, clock, travelTo }) => {
    const start = clock.now();
    const key = await anOrder.inProgress();
    const { orderId } = key;
    await travelTo(minutes(start, 30));
    await as('handler', bureau).do(sign, key);
    const agent = as('agent');
    const now = await agent.do(timeline, { orderId });
    expect(now.rows.map(({ type }) => type)).toEqual([
      'intake.accepted',
      'dispatch.assigned',
      'dispatch.sent',
      'handling.signed',
    ]);
    expect(now).toMatchObject({
      chainIsWhole: true,
      stood: { status: 'in-progress', duties: [{ role: 'lead', state: 'signed' }] },
    });
    const [accepted, assigned, sent] = now.rows;
    expect(accepted).toMatchObject({ who: '系统', unitName: null });
    expect(accepted?.facts).toMatchObject({ to: '待派单', urgency: '一般' });
    expect(assigned?.facts).toMatchObject({ role: '主办' });
    expect(assigned?.facts.unit).toMatch(/住房和城乡建设局/);
    expect(assigned?.unitName).toBeNull();
    expect(sent?.facts).toMatchObject({ from: '待派单', to: '办理中' });
    expect(sent?.facts.lead).toMatch(/住房和城乡建设局/);
    for (const value of now.rows.flatMap(({ facts }) => Object.values(facts)))
      expect(value).not.toMatch(/[0-9a-f]{8}-|^[0-9a-f]{64}$/);

    const before = await agent.do(timeline, { orderId, until: minutes(start, 29).toISOString() });
    expect(before.rows).toEqual(now.rows.slice(0, 3));
    expect(before.chainIsWhole).toBe(true);
    expect(before.stood?.duties).toMatchObject([{ role: 'lead', state: 'sent' }]);
    // Before it came there was no order, and so nothing that it stood at.
    const never = await agent.do(timeline, { orderId, until: minutes(start, -1).toISOString() });
    expect([never.rows, never.stood]).toEqual([[], null]);
  }),
);

test(
  'a unit learns neither who called back nor what the centre noted for itself',
  inCity(async ({ as, anOrder }) => {
    const orderId = await anOrder.forCallBack();
    await as('agent').do(addNote, { orderId, content: '内部备注' });
    const silent = { orderId, reached: false, how: 'busy' as const };
    await as('call-back-agent').do(attempt, silent);
    const unit = await as('handler', bureau).do(timeline, { orderId });
    expect(unit.rows.map(({ type }) => type)).not.toContain('orders.note-added');
    expect(unit.rows.at(-1)).toMatchObject({ type: 'call-back.attempted', who: '热线中心' });
    const centre = await as('agent').do(timeline, { orderId });
    expect(centre.rows.map(({ type }) => type)).toContain('orders.note-added');
    expect(unit.stood?.status).toBe('call-back');
  }),
);

test(
  'a reason that had to be given is read once, beside the event it was given for',
  inCity(async ({ as, anOrder }) => {
    const { orderId } = await anOrder.inProgress();
    const dispatcher = as('dispatcher');
    await dispatcher.do(reassign, { orderId, lead: '350600.cgj', reason: '路灯权属在城管' });
    await dispatcher.do(recall, { orderId, reason: '与另一件重复' });
    const { rows } = await dispatcher.do(timeline, { orderId });
    const said = rows.flatMap(({ type, facts }) => (facts.why ? [[type, facts.why]] : []));
    expect(said).toEqual([
      ['dispatch.reassigned', '路灯权属在城管'],
      ['dispatch.recalled', '与另一件重复'],
    ]);
  }),
);

test(
  'a unit reads a reason too, but no telephone number in it when the order is secret',
  inCity(async ({ as, anOrder }) => {
    const { orderId } = await anOrder.inProgress({ secrecy: 1 });
    const reason = `请联系 ${inventedPhoneOf('somebody')} 核实`;
    await as('dispatcher').do(addUnit, { orderId, unitCode: '350600.cgj', role: 'assist', reason });
    const whys = async (reader: Pick<ReturnType<typeof as>, 'do'>) =>
      (await reader.do(timeline, { orderId })).rows.map(({ facts }) => facts.why).join('');
    expect(await whys(as('dispatcher'))).toBe(reason);
    expect(await whys(as('handler', bureau))).toBe('请联系 〔电话已隐去〕 核实');
  }),
);

test(
  'a place put right is told by names: where it was, where it is now, and what the words had said',
  inCity(async ({ as, anOrder }) => {
    const { id: orderId } = await anOrder.toDispatch({
      content: '龙文区碧湖街道的路灯坏了三天',
      address: '',
    });
    const dispatcher = as('dispatcher');
    await dispatcher.do(correctPlace, { orderId, areaCode: '350603000000' });
    const { rows } = await dispatcher.do(timeline, { orderId });
    expect(rows.find(({ type }) => type === 'dispatch.place-corrected')?.facts).toMatchObject({
      fromArea: '芗城区东铺头街道',
      toArea: '龙文区',
      readArea: '龙文区碧湖街道',
    });
  }),
);
