import { inventedPhoneOf } from '../../src/demo/invented.ts';
import { type Assignment, ofOrder } from '../../src/modules/dispatch/index.ts';
import { sendAppeal } from '../../src/modules/intake/send-appeal.ts';
import { acceptWaiting } from '../../src/modules/intake/waiting.ts';
import { findByNo } from '../../src/modules/orders/index.ts';
import type { Actor } from '../../src/platform/actor.ts';
import { systemActor } from '../../src/platform/actor.ts';
import type { Context, Runtime } from '../../src/platform/context.ts';
import { actorAs } from '../../src/platform/testing/actors.ts';
import { transact } from '../../src/platform/transact.ts';
import { neighbourLeader, type TestPerson, units } from './people.ts';

export const kinds = ['own', 'neighbour', 'other-county', 'secret', 'closed', 'named'] as const;
export type Kind = (typeof kinds)[number];

/** How far an order has come when a route is tried on it. */
export const stages = [
  'waiting',
  'to-check',
  'in-transfer',
  'guided',
  'to-dispatch',
  'merged',
  'sent',
  'working',
  'return-drafted',
  'in-dispute',
  'deferral-asked',
  'suspended',
  'parked',
  'supervision-proposed',
  'supervised',
  'supervision-answered',
  'need-info',
  'sign-off',
  'review',
  'call-back',
  'asked',
  'false-found',
] as const;
export type Stage = (typeof stages)[number];

export interface TestOrder {
  readonly orderId: string;
  readonly orderNo: string;
  readonly queryCode: string;
  readonly phone: string;
  readonly issueId: string;
  /** The photo its citizen sent. */
  readonly fileId: string;
  readonly duties: readonly Assignment[];
}

/** Acts as somebody, each step in a transaction of its own, as over HTTP. */
export interface Doing {
  /** A photo sent from the citizen page. */
  upload(): Promise<{ id: string; key: string }>;
  system<T>(useCase: (ctx: Context) => Promise<T>): Promise<T>;
  unit<T>(
    duty: Pick<Assignment, 'unit_code' | 'unit_path'>,
    useCase: (ctx: Context) => Promise<T>,
  ): Promise<T>;
  /** The unit's desk, which signs nothing. */
  desk<T>(duty: Assignment, useCase: (ctx: Context) => Promise<T>): Promise<T>;
  /** 指定办理人 of an order of this kind. */
  readers(kind: Kind): readonly string[];
}

export function doingIn(
  runtime: Runtime,
  upload: Doing['upload'],
  people: ReadonlyMap<string, TestPerson>,
): Doing {
  const idOf = (name: string): string => people.get(name)?.accountId ?? '';
  /** Who acts for a unit; where nobody of the table sits there, somebody. */
  const leaders = new Map([
    [units.bureau as string, idOf('unit-leader')],
    [units.neighbour, idOf(neighbourLeader)],
  ]);
  const as = <T>(actor: Actor, useCase: (ctx: Context) => Promise<T>) =>
    transact(runtime, actor, useCase);
  const seatOf = ({ unit_code, unit_path }: Pick<Assignment, 'unit_code' | 'unit_path'>) => {
    const accountId = leaders.get(unit_code);
    return {
      unitCode: unit_code,
      unitPath: unit_path,
      scope: 'unit',
      ...(accountId && { accountId }),
    } as const;
  };
  return {
    upload,
    system: (useCase) => as(systemActor, useCase),
    unit: (duty, useCase) => as(actorAs('unit-leader', runtime.clock.now(), seatOf(duty)), useCase),
    desk: (duty, useCase) => as(actorAs('liaison', runtime.clock.now(), seatOf(duty)), useCase),
    readers: (kind) => {
      if (kind === 'named') return [idOf('handler'), idOf('unit-leader')];
      return kind === 'secret' ? [idOf(neighbourLeader)] : [];
    },
  };
}

/** 业委会选举换届: a matter that may go down to a village. */
const matterCode = '020103';
const placeOf = (kind: Kind): string => (kind === 'other-county' ? '350627100000' : '350626100000');

/** A citizen's words, waiting for an agent. */
export async function waitingOrder(doing: Doing, kind: Kind, name: string): Promise<TestOrder> {
  const photo = await doing.upload();
  const phone = inventedPhoneOf(`permissions ${kind} ${name}`);
  const sent = await doing.system((ctx) =>
    sendAppeal(ctx, {
      content: '小区业委会任期已满,希望指导换届选举。',
      matterCode,
      areaCode: placeOf(kind),
      address: '示例小区',
      phone,
      wantsSecrecy: false,
      noticeRead: true,
      uploads: [photo],
    }),
  );
  const order = await doing.system((ctx) => findByNo(ctx, sent.orderNo));
  if (!order) throw new Error(`${sent.orderNo} is not to be found.`);
  return {
    orderId: order.id,
    orderNo: sent.orderNo,
    queryCode: sent.queryCode,
    phone,
    issueId: order.issue_id,
    fileId: photo.id,
    duties: [],
  };
}

/** What the agent makes of it. */
function resultAt(stage: Stage) {
  if (stage === 'in-transfer')
    return { result: 'transfer', transferTo: '110', awaitsFeedback: true } as const;
  if (stage === 'guided')
    return { result: 'dispose', dispositionCode: 'DG2', dispositionReason: '已经起诉' } as const;
  return { result: 'dispatch' } as const;
}

/** Only these are serious, so that their answer waits for the leader's signature. */
const urgencyAt = (stage: Stage) => (stage === 'sign-off' ? 'U2' : undefined);

export async function accepted(
  doing: Doing,
  kind: Kind,
  stage: Stage,
  order: TestOrder,
): Promise<void> {
  await doing.system((ctx) =>
    acceptWaiting(ctx, {
      orderId: order.orderId,
      type: 'QZ',
      matterCode,
      areaCode: placeOf(kind),
      fields: { committee_stage: 'none' },
      secrecy: kind === 'secret' || kind === 'named' ? 3 : 0,
      urgency: urgencyAt(stage),
      urgencyReason: '测试',
      ...resultAt(stage),
    }),
  );
}

/** Who gets an order of this kind: the whole line of units, or somebody else alone. */
export function unitsFor(kind: Kind) {
  const nobodyElse = { assists: [], linkage: [] };
  switch (kind) {
    case 'own':
    case 'closed':
      return { lead: units.bureau, assists: [units.county], linkage: [units.police] };
    case 'named':
      return { lead: units.bureau, ...nobodyElse };
    case 'neighbour':
    case 'secret':
      return { lead: units.neighbour, ...nobodyElse };
    case 'other-county':
      return { lead: units.otherCounty, ...nobodyElse };
    default:
      return kind satisfies never;
  }
}

export const dutiesOf = (doing: Doing, order: TestOrder): Promise<Assignment[]> =>
  doing.system((ctx) => ofOrder(ctx, order.orderId));
