import type { handling } from '@minsheng/contract';
import type { z } from 'zod';
import { attempt } from '../../src/modules/call-back/attempt.ts';
import { close } from '../../src/modules/call-back/close.ts';
import { reportFalse } from '../../src/modules/call-back/report-false.ts';
import { askExtension, askParking, askSuspension } from '../../src/modules/deferrals/ask.ts';
import { decideDeferral } from '../../src/modules/deferrals/decide.ts';
import { delegate } from '../../src/modules/dispatch/delegate.ts';
import type { Assignment } from '../../src/modules/dispatch/index.ts';
import { send } from '../../src/modules/dispatch/send.ts';
import { askReturn } from '../../src/modules/disputes/ask-return.ts';
import { claimUploads } from '../../src/modules/files/index.ts';
import { contact } from '../../src/modules/handling/contact.ts';
import { askInfo } from '../../src/modules/handling/info.ts';
import { approveReply } from '../../src/modules/handling/review.ts';
import { sign } from '../../src/modules/handling/sign.ts';
import { signOff } from '../../src/modules/handling/sign-off.ts';
import { submit } from '../../src/modules/handling/submit.ts';
import * as orders from '../../src/modules/orders/index.ts';
import { guided, merged } from './beside-the-way.ts';
import {
  accepted,
  type Doing,
  dutiesOf,
  type Kind,
  type Stage,
  type TestOrder,
  unitsFor,
  waitingOrder,
} from './objects.ts';
import { units } from './people.ts';
import { supervised } from './supervision.ts';

/** An order of a kind, brought to a stage by the real use cases. */
export async function bringTo(
  doing: Doing,
  kind: Exclude<Kind, 'closed'>,
  stage: Stage,
): Promise<TestOrder> {
  const order = await waitingOrder(doing, kind, stage);
  const walk = { doing, kind, stage, order };
  for (const [reached, step] of steps) {
    if (reached === (onTheWay[stage] ?? stage)) break;
    await step(walk);
  }
  if (stage === 'need-info') await ask(walk);
  if (stage === 'return-drafted' || stage === 'in-dispute') await returned(walk);
  if (stage === 'deferral-asked' || stage === 'suspended' || stage === 'parked')
    await deferred(walk);
  if (stage.startsWith('supervi')) await supervised(doing, order, stage);
  if (stage === 'guided') await guided(doing, order);
  if (stage === 'merged')
    await merged(doing, kind, order, () => bringTo(doing, kind, 'to-dispatch'));
  if (stage === 'to-check')
    await doing.system((ctx) => orders.change(ctx, order.orderId, { to_check: true }));
  return { ...order, duties: await dutiesOf(doing, order) };
}

/** The same life led to its end. */
export async function closedOrder(doing: Doing): Promise<TestOrder> {
  const order = await waitingOrder(doing, 'closed', 'asked');
  for (const [reached, step] of steps)
    if (reached !== 'asked') await step({ doing, kind: 'closed', stage: 'asked', order });
  const { orderId } = order;
  await doing.system((ctx) => close(ctx, { orderId, as: 'solved', note: '', followUpOn }));
  return { ...order, duties: await dutiesOf(doing, order) };
}

const followUpOn = '2026-03-20';

/** Stages beside the way: where they branch off. */
const onTheWay: Readonly<Partial<Record<Stage, Stage>>> = {
  'to-check': 'to-dispatch',
  'in-transfer': 'to-dispatch',
  guided: 'to-dispatch',
  merged: 'to-dispatch',
  'need-info': 'working',
  'return-drafted': 'working',
  'in-dispute': 'working',
  'deferral-asked': 'working',
  suspended: 'working',
  parked: 'working',
  'supervision-proposed': 'working',
  supervised: 'working',
  'supervision-answered': 'working',
};

interface Walk {
  readonly doing: Doing;
  readonly kind: Kind;
  readonly stage: Stage;
  readonly order: TestOrder;
}

/** Each step leads on from the stage named before it. */
const steps: readonly (readonly [Stage, (walk: Walk) => Promise<void>])[] = [
  ['waiting', (walk) => accepted(walk.doing, walk.kind, walk.stage, walk.order)],
  ['to-dispatch', dispatched],
  ['sent', worked],
  ['working', handedIn],
  ['sign-off', signedOff],
  ['review', reviewed],
  ['call-back', asked],
  ['asked', foundFalse],
];

async function dispatched({ doing, kind, stage, order }: Walk): Promise<void> {
  const chosen = unitsFor(kind);
  // Just sent, the whole line holds a duty of its own; later the lower ones get theirs by delegation.
  const line = stage === 'sent' && kind === 'own' ? [units.township, units.village] : [];
  const assists = [...chosen.assists, ...line];
  const { orderId } = order;
  await doing.system((ctx) =>
    send(ctx, {
      orderId,
      ...chosen,
      assists,
      copies: [],
      note: '',
      guardReason: '就近协助',
      readers: [...doing.readers(kind)],
    }),
  );
}

const dutyOf = (duties: readonly Assignment[], unit: string): Assignment => {
  const duty = duties.find(({ unit_code }) => unit_code === unit);
  if (!duty) throw new Error(`${unit} holds no duty.`);
  return duty;
};

const keyOf = (duty: Assignment) => ({ orderId: duty.order_id, assignmentId: duty.id });

async function worked({ doing, kind, order }: Walk): Promise<void> {
  if (unitsFor(kind).assists.length > 0) {
    await passDown(doing, order, units.county, units.township);
    await passDown(doing, order, units.township, units.village);
  }
  for (const duty of await dutiesOf(doing, order)) {
    if (duty.state === 'delegated') continue;
    await doing.unit(duty, (ctx) => sign(ctx, keyOf(duty)));
    await doing.unit(duty, (ctx) => contact(ctx, { ...keyOf(duty), reached: true, note: '' }));
  }
}

async function passDown(doing: Doing, order: TestOrder, from: string, to: string): Promise<void> {
  const duty = dutyOf(await dutiesOf(doing, order), from);
  await doing.unit(duty, (ctx) => delegate(ctx, { ...keyOf(duty), unitCode: to, note: '' }));
}

async function ask({ doing, order }: Walk): Promise<void> {
  const [duty] = await dutiesOf(doing, order);
  if (!duty) return;
  await doing.unit(duty, (ctx) => askInfo(ctx, { ...keyOf(duty), question: '请问是哪个小区?' }));
}

/** 退单申请 by the lead's desk, or signed by its leader. */
async function returned({ doing, stage, order }: Walk): Promise<void> {
  const lead = (await dutiesOf(doing, order)).find(({ role }) => role === 'lead');
  if (!lead) return;
  const by = stage === 'in-dispute' ? doing.unit : doing.desk;
  await by(lead, (ctx) => askReturn(ctx, { ...keyOf(lead), ...returning }));
}

/** Well-formed, and naming no other unit. */
export const returning = {
  reason: 'other',
  basis: '三定规定:不在职责内',
  words: '这类事项不由本单位办理。',
} as const;

/** 延期、挂起、挂账 of the lead: asked, or granted as well. */
async function deferred({ doing, stage, order }: Walk): Promise<void> {
  const lead = (await dutiesOf(doing, order)).find(({ role }) => role === 'lead');
  if (!lead) return;
  const key = keyOf(lead);
  if (stage === 'deferral-asked')
    return void (await doing.unit(lead, (ctx) => askExtension(ctx, { ...key, ...extending })));
  if (stage === 'suspended')
    await doing.unit(lead, (ctx) => askSuspension(ctx, { ...key, ...suspending }));
  else await doing.unit(lead, (ctx) => askParking(ctx, { ...key, ...parking }));
  const { orderId } = order;
  await doing.system((ctx) => decideDeferral(ctx, { orderId, granted: true, words: '' }));
}

const plan = '分两步办理,先查清再处置。';
export const extending = { reason: 'construction', amount: 1, plan } as const;
export const suspending = { reason: 'await-test', plan } as const;
export const parking = {
  reason: 'funding' as const,
  plan,
  publicWords: '已列入下一年度计划,落实后办理。',
  milestones: [{ what: '完成方案', dueOn: '2027-01-20' }],
};

/** From the village up, the lead last. */
async function handedIn({ doing, order }: Walk): Promise<void> {
  const duties = await dutiesOf(doing, order);
  const lead = duties.filter(({ role }) => role === 'lead');
  for (const duty of [...duties.filter((each) => !lead.includes(each)).toReversed(), ...lead])
    await doing.unit(duty, (ctx) => submit(ctx, { ...keyOf(duty), ...answer() }));
}

type Answer = z.output<typeof handling.replyForm>;

export const answer = (): Answer => ({
  isTrue: 'not-true',
  isSolved: 'solved',
  unsolvedReason: '',
  process: '经核查,换届工作已经启动。',
  publicAnswer: '经核查,您反映的换届工作已经启动。',
  basis: '',
  measures: [],
  assetChanges: [],
  evidence: [],
});

async function signedOff({ doing, order }: Walk): Promise<void> {
  for (const duty of await dutiesOf(doing, order)) {
    if (duty.state === 'to-sign-off')
      await doing.unit(duty, (ctx) => signOff(ctx, { ...keyOf(duty), agreed: true, note: '' }));
  }
}

async function reviewed({ doing, order }: Walk): Promise<void> {
  await doing.system((ctx) => approveReply(ctx, { orderId: order.orderId }));
}

async function asked({ doing, order }: Walk): Promise<void> {
  await doing.system((ctx) =>
    attempt(ctx, {
      orderId: order.orderId,
      reached: true,
      answers: {
        contacted: true,
        solved: 'solved',
        processRating: 'satisfied',
        resultRating: 'satisfied',
        reason: '',
        reasonClass: null,
      },
    }),
  );
}

/** At a site check; nobody has said anything to it yet. */
async function foundFalse({ doing, order }: Walk): Promise<void> {
  const photo = await doing.upload();
  await doing.system(async (ctx) => {
    const fileIds = await claimUploads(ctx, [photo]);
    const found = '现场没有人处理过。';
    await reportFalse(ctx, { orderId: order.orderId, foundHow: 'site-check', found, fileIds });
  });
}
