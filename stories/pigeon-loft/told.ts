import { callBack, dispatch, handling, intake, orders } from '@minsheng/contract';
import { inventedPerson } from '../../server/src/demo/invented.ts';
import { county, housingUnit, type Scene, shown } from './scene.ts';

interface Voice {
  readonly said: string;
  readonly address: string;
  readonly isAlike: boolean;
  readonly matter?: string;
  readonly area?: string;
}

/** What people said: lofts by several names, one place twice, and other things. */
const voices: readonly Voice[] = [
  { said: '8 街 3 号楼楼顶有人养鸽子,早上吵得睡不着。', address: '示例路8街3号楼', isAlike: true },
  { said: '3 号楼的鸽棚还在,鸽粪落在晾的被子上。', address: '示例路 8 街 3 号楼', isAlike: true },
  { said: '6 号楼楼顶搭了鸽舍,羽毛到处飘。', address: '示例路8街6号楼', isAlike: true },
  { said: '隔壁单元楼顶养鸽,味道很大。', address: '示例巷11号', isAlike: true },
  {
    said: '楼道里堆了鸽棚拆下来的木板,走不过去。',
    address: '示例巷15号',
    matter: '010403',
    isAlike: true,
  },
  { said: '巷口路灯不亮,晚上看不见。', address: '示例巷口', matter: '010105', isAlike: false },
  { said: '公园湖边长椅坏了。', address: '示例公园', matter: '010105', isAlike: false },
  { said: '楼顶有鸽棚,吵。', address: '外县示例村', area: '650521', isAlike: false },
];

export interface Voices {
  /** Closed: what it begins with. */
  readonly first: string;
  readonly alike: readonly string[];
  readonly other: readonly string[];
}

export async function told(scene: Scene): Promise<Voices> {
  const { checks, clock } = scene;
  checks.chapter('One loft is taken down');
  const first = await received(scene, {
    said: '8 街 1 号楼楼顶搭了鸽棚,鸽粪和噪音影响几栋楼的居民。',
    address: '示例路8街1号楼',
    isAlike: true,
  });
  await handled(scene, first);
  const page = await scene.analyst.call(orders.orderPage, { orderId: first });
  checks.same('the first order is closed', page.status, 'closed');
  const alike: string[] = [];
  const other: string[] = [];
  for (const voice of voices) {
    await clock.advance(45);
    (voice.isAlike ? alike : other).push(await received(scene, voice));
  }
  return { first, alike, other };
}

async function received(
  { agent }: Scene,
  { said, address, matter = '010402', area = county }: Voice,
): Promise<string> {
  const { orderId } = await agent.call(intake.createOrder, {
    channel: 'visit',
    content: said,
    type: 'TS',
    matterCode: matter,
    areaCode: area,
    address,
    fields: fieldsOf(matter),
    requester: inventedPerson(`story-pigeon-loft-${said}`),
    result: 'dispatch',
  });
  return orderId;
}

function fieldsOf(matter: string) {
  if (matter === '010105') return { road_name: '示例路', lamp_problem: 'off' };
  if (matter === '010403') return { estate: '示例路8街', space_kind: 'stairs' };
  return { estate: '示例路8街', shed_use: 'pigeon', shed_effect: ['noise', 'dung'] };
}

/** Sent, talked over, taken down, asked about and closed. */
async function handled(scene: Scene, orderId: string): Promise<void> {
  const { dispatcher, housing, reviewer, caller, clock } = scene;
  await dispatcher.call(dispatch.send, { orderId, lead: housingUnit });
  await clock.advance(30);
  const { assignments } = await housing.call(orders.orderPage, { orderId });
  const duty = assignments.find(({ role }) => role === 'lead');
  const key = { orderId, assignmentId: duty?.id ?? '' };
  await housing.call(handling.sign, key);
  await housing.call(handling.contact, { ...key, reached: true, note: '' });
  const codes = ['before', 'after', 'talk_record'];
  const evidence = await Promise.all(
    codes.map(async (code, no) => ({ code, fileId: await shown(scene, housing, no + 1) })),
  );
  await housing.call(handling.submit, {
    ...key,
    isTrue: 'true',
    isSolved: 'solved',
    process: '与社区多次上门沟通,搭建人自行拆除。',
    publicAnswer: '您好,楼顶鸽棚已经拆除并清理干净,感谢您的反映。',
    measures: [{ kind: 'people', what: '社区网格员每周巡楼' }],
    assetChanges: [{ what: '拆除棚架', count: 1, place: '示例路8街1号楼' }],
    evidence,
  });
  await reviewer.call(handling.approveReply, { orderId });
  await clock.advance(10);
  const answers = {
    contacted: true,
    solved: 'solved',
    processRating: 'satisfied',
    resultRating: 'satisfied',
    reason: '',
    reasonClass: null,
  } as const;
  await caller.call(callBack.attempt, { orderId, reached: true, answers });
  await caller.call(callBack.close, { orderId, as: 'solved', note: '' });
}
