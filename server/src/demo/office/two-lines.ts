import type { Said } from '@minsheng/contract/public/exchange.ts';
import { dayBefore, protocolDay } from '../../modules/exchange/messages.repo.ts';
import { acceptWaiting } from '../../modules/intake/waiting.ts';
import { planConsultation, proposeConsultation } from '../../modules/linkage/consultations.ts';
import { recordMediation } from '../../modules/linkage/mediations.ts';
import { reportClue } from '../../modules/linkage/report-clue.ts';
import { holdMeeting } from '../../modules/meetings/hold-meeting.ts';
import { signMinutes, writeMinutes } from '../../modules/meetings/write-minutes.ts';
import { systemActor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { hearLine } from '../hear-line.ts';
import type { Life } from '../lives/scene.ts';
import { minutesAfter } from '../office-time.ts';
import { compareWithLine, lineNo, orderOfLine, registerLine, whileOn } from '../other-line.ts';
import { type Errand, found, later, morning, type Office, workingDayIn } from './errand.ts';
import { sharing } from './sharing.ts';
import { twoLinesWords as words } from './two-lines-words.ts';

/** 双线协同: a pretend 110 hands an appeal over, hears of a clue, mediates and consults with the centre, shares data. */
export const twoLines = (end: Date): Errand[] => [
  { at: morning(end, 21, 5), happens: registered },
  { at: morning(end, 12, 15), happens: handedOver },
  { at: morning(end, 6, 20), happens: riskShared },
  ...sharing(end),
  { at: minutesAfter(end, -50), happens: troubled },
];

async function* registered({ world }: Office): Life {
  await world.do(systemActor, registerLine, undefined);
  yield world.clock.now();
}

const theirNo = 'YS-000001';

/** 110移来: an order nobody typed, answered here, and told of over there. */
async function* handedOver(office: Office): Life {
  const { world, staff, units } = office;
  const { title, words: said, place, answer } = words.appeal;
  const areaCode = `${units.county}`.slice(0, 6);
  await hearLine(world, {
    ...{ seq: 1, sender: theirNo, receiver: null },
    said: {
      kind: 'transfer',
      body: {
        appeal: { title, words: said, typeCode: 'QZ' },
        place: { areaCode, text: place },
        ...{ requester: { anonymous: true }, mode: 'push', listRow: 'B01-01' },
        ...{ callId: 'YS-CALL-0001', firstReceiver: true },
      },
    },
  });
  yield minutesAfter(world.clock.now(), 12);
  const orderId = await world.do(systemActor, orderOfLine, theirNo);
  if (orderId === null) return;
  await world.do(await staff.centre('agent'), acceptWaiting, {
    ...{ orderId, type: 'QZ', matterCode: '010105', areaCode, result: 'answer', answer },
    fields: { road_name: place, lamp_problem: 'off' },
  });
  yield minutesAfter(world.clock.now(), 24 * 60);
  await compared(office, false);
}

/** 涉稳线索 and what both lines made of it: a mediation with a task that follows, and a consultation. */
async function* riskShared(office: Office): Life {
  const { world, staff } = office;
  const dispatcher = await staff.centre('dispatcher');
  const open = [
    ...(await found(office, dispatcher, { status: 'in-progress', q: '工资' })),
    ...(await found(office, dispatcher, { status: 'in-progress' })),
  ];
  const order = open.find(({ secrecy }) => secrecy === 0);
  if (!order) return;
  const { id: orderId, order_no: receiver } = order;
  await world.do(dispatcher, (ctx) => clueReported(ctx, orderId), undefined);
  yield minutesAfter(world.clock.now(), 25);
  const at = world.clock.now().toISOString();
  const said: Said = { kind: 'progress', body: { stage: 'arrived', words: words.arrived, at } };
  await hearLine(world, { said, seq: 1, sender: lineNo(receiver), receiver });
  yield later(office, 180);
  await world.do(
    await staff.centre('shift-lead'),
    (ctx) => mediated(ctx, orderId, office),
    undefined,
  );
  yield later(office, 600);
  await compared(office, true);
  yield* consulted(office, orderId);
}

const clueReported = (ctx: Context, orderId: string) =>
  whileOn(ctx, () => reportClue(ctx, { orderId, words: words.clue, risk: 'high' }));

async function mediated(ctx: Context, orderId: string, { units }: Office): Promise<void> {
  const { task, ...said } = words.mediation;
  const followUp = { ...task, unit: units.housing, finishOn: await workingDayIn(ctx, 10) };
  await recordMediation(ctx, {
    ...{ orderId, ...said, result: 'agreed', followUp },
    parties: [
      { role: 'requester', count: 6 },
      { role: 'company', count: 2 },
    ],
  });
}

async function* consulted(office: Office, orderId: string): Life {
  const { world, staff, units } = office;
  const lead = await staff.centre('shift-lead');
  const { place, record, decision } = words.consultation;
  const { rows } = await world.do(lead, proposeConsultation, undefined);
  const { meetingId } = await world.do(lead, planConsultation, {
    orderIds: [...new Set([orderId, ...rows.map((row) => row.orderId)])].slice(0, 4),
    ...{ place, units: [units.housing, units.county] },
    startsAt: minutesAfter(world.clock.now(), 120).toISOString(),
  });
  yield minutesAfter(world.clock.now(), 200);
  const came = (unit: string) => ({ unit, came: 'came', who: '分管负责人', reason: '' }) as const;
  const attendance = [came(units.housing), came(units.county)];
  await world.do(lead, holdMeeting, { meetingId, attendance });
  yield later(office, 30);
  await world.do(
    lead,
    async (ctx) => {
      const finishOn = await workingDayIn(ctx, 8);
      const decisions = [{ words: decision, unit: units.housing, finishOn, agendaNo: 1 }];
      await writeMinutes(ctx, { meetingId, record, decisions });
    },
    undefined,
  );
  yield later(office, 30);
  await world.do(await staff.centre('director'), signMinutes, { meetingId });
}

/** 对账 of the day before. */
async function compared({ world }: Office, isUneven: boolean): Promise<void> {
  const day = dayBefore(protocolDay(world.clock.now()));
  await world.do(systemActor, compareWithLine, { day, isUneven });
}

/** 死信: what is long answered is taken back over there, and a person has to look. */
async function* troubled({ world }: Office): Life {
  yield world.clock.now();
  const orderId = await world.do(systemActor, orderOfLine, theirNo);
  if (orderId === null) return;
  const said: Said = { kind: 'withdraw', body: { reason: words.again } };
  await hearLine(world, { said, seq: 2, sender: theirNo, receiver: null });
}
