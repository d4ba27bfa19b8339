import { isStanding } from '@minsheng/contract/words/assignment.ts';
import { isUrgent } from '@minsheng/contract/words/order.ts';
import * as dispatch from '../../modules/dispatch/index.ts';
import { send } from '../../modules/dispatch/send.ts';
import * as orders from '../../modules/orders/index.ts';
import * as organisation from '../../modules/organisation/index.ts';
import type { Context } from '../../platform/context.ts';
import { assist } from './assist.ts';
import { type Life, type Scene, soon } from './scene.ts';

/** 派单: as the catalogue says; some lines of the dispatcher's own. False when the catalogue has no row. */
export async function* sendOut(scene: Scene, { id, urgency }: orders.Order): Life<boolean> {
  const { world, staff } = scene;
  const burns = isUrgent(urgency);
  yield soon(scene, burns ? [1, 6] : [8, 90], burns ? 'always' : 'office');
  const note = noteOf(scene);
  const duties = await world.do(
    await staff.centre('dispatcher'),
    async (ctx, orderId) => {
      const order = await orders.find(ctx, orderId);
      const units = order?.status === 'to-dispatch' ? await unitsFor(ctx, order) : null;
      if (units) await send(ctx, { orderId, ...units, note });
      return dispatch.ofOrder(ctx, orderId);
    },
    id,
  );
  for (const duty of duties) {
    if (duty.role === 'assist' || duty.role === 'linkage') scene.spawn(assist(scene, duty));
  }
  return duties.some(({ state }) => isStanding(state));
}

const notes = [
  '',
  '',
  '',
  '请先与诉求人联系,再到现场。',
  '群众反映较急,请尽快核实。',
  '同类诉求近期较多,请一并了解。',
];

const noteOf = ({ chance }: Scene): string => chance.one(notes);

/** The dispatcher asks those the catalogue names first; more would only be read. */
const mostAssists = 2;

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
    assists: others(rule.assists)
      .filter((code) => !linkage.includes(code))
      .slice(0, mostAssists),
    linkage,
    copies: [],
    guardReason: rule.because.basis,
  };
}
