import { officialZone } from '@minsheng/contract/words/zone.ts';
import { askContest, takeFurther } from '../../modules/call-back/ask-contest.ts';
import { readContests } from '../../modules/call-back/read-contests.ts';
import { ruleOnContest } from '../../modules/call-back/rule-on-contest.ts';
import type * as orders from '../../modules/orders/index.ts';
import type { Context } from '../../platform/context.ts';
import { dayAfter, dayOf } from '../../platform/zone.ts';
import { keptPhoto } from '../evidence.ts';
import type { Life } from '../lives/scene.ts';
import { type Errand, found, later, morning, type Office } from './errand.ts';

type Ends = 'asked' | 'upheld' | 'further';
const endings: readonly (readonly [daysAgo: number, ends: Ends])[] = [
  [6, 'upheld'],
  [4, 'further'],
  [3, 'asked'],
  [1, 'asked'],
];

/** 评价申诉: one upheld, one rejected and taken further, others that wait at their level. */
export const contests = (end: Date): Errand[] =>
  endings.map(([daysAgo, ends], no) => ({
    at: morning(end, daysAgo, 42 + no * 4),
    happens: (office) => contested(office, ends),
  }));

async function* contested(office: Office, ends: Ends): Life {
  const { world, staff } = office;
  const order = yield* contestable(office);
  if (!order?.lead_unit) return;
  const worker = await staff.unit(order.lead_unit, 'work');
  const { level } = await world.do(worker, asked, order);
  if (ends === 'asked') return;
  yield later(office, 200);
  if (level === 'county') {
    const county = await staff.unit(order.area_code.slice(0, 6), 'work');
    await world.do(county, ruleOnContest, ruling(order.id, true));
    yield later(office, 100);
  }
  const upheld = ends === 'upheld';
  await world.do(await staff.centre('director'), ruleOnContest, ruling(order.id, upheld));
  if (upheld) return;
  yield later(office, 60);
  await world.do(worker, takeFurther, { orderId: order.id });
}

const ruling = (orderId: string, upheld: boolean) => ({
  orderId,
  upheld,
  words: upheld
    ? '材料齐全,确属客观情况,不计入考核,评价本身不变。'
    : '现有材料不足以证明,请补充联系记录后再申请上一级复核。',
});

/** The newest that its unit may contest: closed with a rating that was not good. */
async function* contestable(office: Office): AsyncGenerator<Date, orders.Order | null> {
  const { world, staff } = office;
  const from = dayAfter(dayOf(world.clock.now().getTime(), officialZone), -14);
  const closed = await found(office, await staff.centre('analyst'), { status: 'closed', from });
  yield world.clock.now();
  for (const order of closed) {
    if (order.secrecy > 0 || !order.lead_unit) continue;
    const worker = await staff.unit(order.lead_unit, 'work');
    if (await world.do(worker, mayContest, order.id)) return order;
  }
  return null;
}

const mayContest = async (ctx: Context, orderId: string): Promise<boolean> => {
  const { abilities, fitting } = await readContests(ctx, { orderId });
  return abilities.includes('ask') && fitting.includes('X9');
};

async function asked(ctx: Context, { id, matter_code }: orders.Order) {
  const photo = { seed: id, matter: matter_code, purpose: 'evidence', shown: 'paper' } as const;
  return askContest(ctx, {
    orderId: id,
    code: 'X9',
    words: '约好上门三次,诉求人都临时取消,不愿配合核实,联系记录附后。',
    fileIds: [await keptPhoto(ctx, photo)],
  });
}
