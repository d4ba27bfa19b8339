import { callBack, desk, dispatch, handling } from '@minsheng/contract';
import { photo } from '../kit/photo.ts';
import { atOnce } from './at-once.ts';
import type { Told } from './scene.ts';
import { type Matter, type Scene, unitOf, workers } from './scene.ts';

const most = 50;

const lots = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, at) =>
    all.slice(at * most, (at + 1) * most),
  );

/** 同类并派: one bureau leads, signs and speaks with everybody who told of it. */
export async function sentAndSigned(
  scene: Scene,
  orderIds: readonly string[],
): Promise<Map<string, string>> {
  const { dispatcher, force } = scene;
  const lead = unitOf('sthj');
  for (const lot of lots(orderIds))
    if (lot.length > 1) await dispatcher.call(dispatch.sendAlike, { orderIds: lot, lead });
    else for (const orderId of lot) await dispatcher.call(dispatch.send, { orderId, lead });
  const duties = await dutiesOf(scene, new Set(orderIds));
  await atOnce([...duties], workers, async ([orderId, assignmentId]) => {
    const key = { orderId, assignmentId };
    await force.sthj.call(handling.sign, key);
    await force.sthj.call(handling.contact, { ...key, reached: true, note: '' });
  });
  return duties;
}

async function dutiesOf(
  { force }: Scene,
  wanted: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  let cursor: string | undefined;
  do {
    const { rows, next } = await force.sthj.call(desk.deskAssignments, {
      desk: 'unit-sent',
      ...(cursor !== undefined && { cursor }),
    });
    for (const { orderId, assignmentId } of rows)
      if (wanted.has(orderId)) found.set(orderId, assignmentId);
    cursor = next ?? undefined;
  } while (cursor !== undefined);
  return found;
}

interface Answering {
  readonly told: readonly Told[];
  readonly matters: ReadonlyMap<string, Matter>;
}

/** 逐件答复: evidence and measures as the matter's form asks, reviewed, asked about, closed. */
export async function answered(scene: Scene, { told, matters }: Answering): Promise<void> {
  const { reviewer, caller, clock } = scene;
  await atOnce(told, workers, (one) => handedIn(scene, one, matters.get(one.matterCode)));
  await atOnce(told, workers, ({ orderId }) => reviewer.call(handling.approveReply, { orderId }));
  await clock.advance(60);
  await atOnce(told, workers, ({ orderId }) =>
    caller.call(callBack.attempt, { orderId, reached: true, answers }),
  );
  for (const lot of lots(told.map(({ orderId }) => orderId)))
    await caller.call(callBack.closeMany, { orderIds: lot });
}

const answers = {
  contacted: true,
  solved: 'solved',
  processRating: 'satisfied',
  resultRating: 'satisfied',
  reason: '',
  reasonClass: null,
} as const;

async function handedIn(
  scene: Scene,
  { orderId, assignmentId, matterCode }: Told,
  matter: Matter | undefined,
): Promise<void> {
  if (!matter || assignmentId === null) throw new Error(`Nobody holds ${matterCode} ${orderId}.`);
  const { clock, force, leader } = scene;
  const takenAt = await clock.now();
  const asked = matter.evidence.filter(({ required }) => required);
  const evidence = await atOnce(asked, 1, async ({ code }, shade) => {
    const picture = photo({ takenAt, at: { lng: 117.65, lat: 24.51 }, shade: shade + 2 });
    return { code, fileId: await force.sthj.upload(picture, purposeOf(code)) };
  });
  const key = { orderId, assignmentId };
  const { state } = await force.sthj.call(handling.submit, {
    ...{ ...key, evidence },
    isTrue: 'true',
    isSolved: 'solved',
    process: '专班到场核查,养殖场建成沉淀池,雨水污水分开,粪污清运有记录。',
    publicAnswer:
      '您好,专班已到养殖场核查,污水处理设施已经建成,雨水和污水分开,不再外排,感谢您的反映。',
    ...(matter.asksMeasures && { measures: [{ kind: 'things', what: '建成三级沉淀池' }] }),
    ...(matter.asksAssetChanges && {
      assetChanges: [{ what: '三级沉淀池', count: 1, place: '养殖场内' }],
    }),
  });
  if (state === 'to-sign-off')
    await leader.call(handling.signOff, { ...key, agreed: true, note: '' });
}

const purposeOf = (code: string): string =>
  code === 'before' || code === 'after' ? code : 'evidence';
