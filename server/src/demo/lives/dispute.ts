import type * as dispatch from '../../modules/dispatch/index.ts';
import { askReturn, returnWindow } from '../../modules/disputes/ask-return.ts';
import { ruleOnReturn } from '../../modules/disputes/rule-on-return.ts';
import * as organisation from '../../modules/organisation/index.ts';
import { systemActor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { type Life, type Scene, soon } from './scene.ts';

type Lead = dispatch.Assignment;
type Other = organisation.Unit;

/** 退单: the unit says it is another's. Answers whether the order is still to be worked by it. */
export async function* disputed(scene: Scene, lead: dispatch.Assignment): Life<boolean> {
  const { part, world, staff } = scene;
  yield soon(scene, [15, 90], 'office');
  const other = await world.do(systemActor, anotherBureau, lead.unit_code);
  if (!other) return true;
  await asked(scene, lead, other);
  if (part.stops === 'in-dispute') return false;
  yield soon(scene, [30, 150], 'office');
  await world.do(await staff.centre('dispatcher'), ruleOnReturn, rejected(lead, other, []));
  yield* asksAgain(scene, lead, other);
  return true;
}

async function asked({ world, staff }: Scene, lead: Lead, other: Other): Promise<void> {
  const leader = await staff.unit(lead.unit_code, 'sign-off');
  await world.do(leader, askReturn, {
    orderId: lead.order_id,
    assignmentId: lead.id,
    reason: 'not-our-duty',
    basis: '三定规定(示例):该事项不在本单位职责范围',
    properUnit: other.code,
    words: `经核对职责,这类事项应由${other.name}办理,请改派。`,
  });
}

/** 重复退单: while its window is open the unit says the same again; another colleague hears both and rejects it too. */
async function* asksAgain(scene: Scene, lead: Lead, other: Other): Life {
  const { world, staff } = scene;
  yield soon(scene, [10, 40], 'office');
  if (!(await world.do(systemActor, isInWindow, lead))) return;
  await asked(scene, lead, other);
  yield soon(scene, [30, 90], 'office');
  const heard = [lead.unit_code, other.code];
  await world.do(await staff.centre('reviewer'), ruleOnReturn, rejected(lead, other, heard));
}

const isInWindow = async (ctx: Context, lead: Lead): Promise<boolean> =>
  ctx.now <= (await returnWindow(ctx))(lead);

const rejected = (lead: Lead, other: Other, heard: string[]) => ({
  orderId: lead.order_id,
  upheld: false,
  assists: [],
  heard,
  basis: '派单目录(示例):该事项由现承办单位主办',
  facts: `两个单位对谁主办看法不一,${other.name}只负责其中一部分。`,
  ruling: '按派单目录由现承办单位主办,需要配合的由其商请协办。',
});

/** Somebody one might think of instead: a bureau beside it. */
async function anotherBureau(ctx: Context, code: string): Promise<organisation.Unit | undefined> {
  const unit = await organisation.unit(ctx, code);
  const beside = unit.parent ? await organisation.childrenOf(ctx, unit.parent) : [];
  return beside.find((one) => one.code !== code && one.kind === unit.kind && one.takes_orders);
}
