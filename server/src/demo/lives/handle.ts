import * as dispatch from '../../modules/dispatch/index.ts';
import { send } from '../../modules/dispatch/send.ts';
import * as orders from '../../modules/orders/index.ts';
import * as organisation from '../../modules/organisation/index.ts';
import { systemActor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { assist } from './assist.ts';
import { type Life, type Scene, soon } from './scene.ts';

/** 派单: as the catalogue says; some lines of the dispatcher's own. False when the catalogue has no row. */
export async function* sendOut(scene: Scene, orderId: string): Life<boolean> {
  const { world, staff } = scene;
  const dispatcher = await staff.centre('dispatcher');
  const waits = await world.do(systemActor, orders.find, orderId);
  const isUrgent = waits?.urgency === 'U1' || waits?.urgency === 'U2';
  yield soon(scene, isUrgent ? [1, 6] : [8, 90], isUrgent ? 'always' : 'office');
  const order = await world.do(systemActor, orders.find, orderId);
  if (order?.status === 'to-dispatch') {
    const units = await world.do(systemActor, unitsFor, order);
    if (!units) return false;
    await world.do(dispatcher, send, { orderId, ...units, note: noteOf(scene) });
  }
  for (const duty of await world.do(systemActor, dispatch.ofOrder, orderId)) {
    if (duty.role === 'assist' || duty.role === 'linkage') scene.spawn(assist(scene, duty));
  }
  return true;
}

const notes = [
  '',
  '',
  '',
  '请先与诉求人联系,再到现场。',
  '群众反映较急,请尽快核实。',
  '涉及老人出行,请优先安排。',
  '同类诉求近期较多,请一并排查周边。',
];

const noteOf = ({ chance }: Scene): string => chance.one(notes);

async function unitsFor(ctx: Context, order: orders.Order) {
  const rule = await dispatch.ruleFor(ctx, order);
  if (!rule) return null;
  const named = [rule.lead, ...rule.assists, ...rule.linkage];
  const units = await organisation.unitsIfKnown(ctx, named);
  const open = new Set(units.filter((unit) => unit.takes_orders).map(({ code }) => code));
  if (!open.has(rule.lead)) return null;
  const others = (codes: readonly string[]) =>
    [...new Set(codes)].filter((code) => open.has(code) && code !== rule.lead);
  const linkage = others(rule.linkage);
  return {
    lead: rule.lead,
    assists: others(rule.assists).filter((code) => !linkage.includes(code)),
    linkage,
    copies: [],
    guardReason: rule.because.basis,
  };
}
