import { desk, intake } from '@minsheng/contract';
import type { Twin } from '../../twins/police-110/testing/twin.ts';
import { settled } from '../manhole/police-line.ts';
import { citizenOf } from '../manhole/scene.ts';
import type { Scene } from './scene.ts';

export interface Heard {
  readonly byPhone: string;
  readonly byGrid: string;
  readonly byMarket: string;
}

const place = '示例北路与样例街交叉口';
const fields = { road_name: place, lamp_problem: 'off' };
const chosen = { type: 'QZ', matterCode: '010105', fields, result: 'dispatch' } as const;

/** The same lamps, told by three people in three places, in the words and codes of each. */
export async function heardThrice(scene: Scene): Promise<Heard> {
  const { agent, areaCode, checks, grid, market } = scene;
  checks.chapter('By telephone, by the grid and by 12315');
  const { orderId } = await agent.call(intake.createOrder, {
    ...chosen,
    content: `${place}的路灯都不亮,晚上黑得看不见路。`,
    areaCode,
    address: place,
    requester: { phone: citizenOf('three-nets-1').phone },
  });
  await tell(grid, { typeCode: '1', matterCode: 'SJ-0101', words: `巡查发现${place}路灯不亮。` });
  await tell(market, {
    typeCode: 'TSL',
    matterCode: '0901',
    words: `摊主反映${place}路灯不亮,晚上没法做生意。`,
  });
  const [byGrid, byMarket] = [await ourOrder(scene, grid), await ourOrder(scene, market)];
  checks.that('each net has a number of ours beside its own', byGrid !== '' && byMarket !== '');
  for (const waiting of [byGrid, byMarket])
    await agent.call(intake.acceptWaiting, { ...chosen, orderId: waiting, areaCode });
  return { byPhone: orderId, byGrid, byMarket };
}

async function tell(
  net: Twin,
  { words, ...codes }: { typeCode: string; matterCode: string; words: string },
): Promise<void> {
  const { name, phone } = citizenOf(`three-nets-${codes.matterCode}`);
  await net.control('POST', 'cases', {
    appeal: { title: '路灯不亮', words, ...codes },
    place: { text: place },
    requester: { anonymous: false, name, phone },
    mode: 'push',
  });
}

/** The order whose number the net has beside its own. */
async function ourOrder(scene: Scene, net: Twin): Promise<string> {
  const numberOf = async () => (await net.cases())[0]?.peer_number ?? null;
  await settled(scene, async () => (await numberOf()) !== null);
  const number = await numberOf();
  const { rows } = await scene.agent.call(desk.deskOrders, { desk: 'to-accept' });
  return rows.find(({ orderNo }) => orderNo === number)?.id ?? '';
}
