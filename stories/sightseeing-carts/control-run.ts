import { nodes } from '@minsheng/contract';
import type { Twin } from '../../twins/police-110/testing/twin.ts';
import { openLine, settled } from '../manhole/police-line.ts';
import { dayAt, type Scene, tell, type Watched } from './scene.ts';

const dongshan = '350626000000';

/** 对照: four complaints in a window, each on a way by which it could be missed; each breaks the zero and is listed. */
export async function controlRun(scene: Scene, watch: Watched): Promise<void> {
  const { analyst, checks, clock } = scene;
  checks.chapter('A control run: four complaints in the window of another node');
  const { nodeId } = await analyst.call(nodes.addNode, {
    ...{ name: '海岛音乐节(示例)', family: 'event', first: '2025-10-18', last: '2025-10-19' },
    ...{ daysBefore: 1, daysAfter: 1, areas: [], matters: [] },
  });
  const { watchId } = await analyst.call(nodes.acceptCandidate, {
    ...{ nodeId, objectId: watch.objectId, ...watch.words, reason: '对照用的一次关注' },
  });
  await clock.advanceTo(dayAt('2025-10-18', '10:00'));
  const line = await openLine(scene);
  try {
    const told = await fourComplaints(scene, line, watch.words.aliases[0] ?? '小火车');
    const read = () => analyst.call(nodes.readZero, { watchId });
    const run = async () => (await analyst.call(nodes.runZero, { watchId })).breaks;
    checks.that('all four break the zero', await settled(scene, async () => (await run()) === 4));
    const { last } = await read();
    const listed = new Map(last?.breaking.map((row) => [row.orderId, row]));
    const ways = [...told].map(([way, id]) => [way, listed.get(id)?.how]);
    checks.same('by nickname, by another matter and by the media each is listed', ways, [
      ['nickname', 'alias'],
      ['matter', 'name'],
      ['media', 'name'],
    ]);
    checks.same(
      'the one through 110 as well',
      last?.breaking.filter(({ channel }) => channel === '110').map(({ how }) => how),
      ['name'],
    );
  } finally {
    await line.end();
  }
}

async function fourComplaints(
  scene: Scene,
  line: Twin,
  nickname: string,
): Promise<Map<string, string>> {
  const told = (content: string, who: string) => ({ content, who, areaCode: dongshan });
  const byNickname = await tell(scene, told(`${nickname}等了一上午都没坐上。`, 'nick'), {});
  const byMatter = await tell(scene, told('苏峰山观光车压坏了路边的路灯。', 'matter'), {
    matterCode: '010105',
    fields: { road_name: '环岛路', lamp_problem: 'off' },
  });
  const byMedia = await tell(scene, told('网友说苏峰山的观光车又是挤不上去。', 'media'), {
    channel: 'media',
  });
  await line.control('POST', 'cases', {
    appeal: {
      title: '苏峰山观光车秩序乱',
      words: '报警人说苏峰山观光车站台推挤,没有警情,转12345处理。',
      typeCode: 'TS',
    },
    place: { text: '苏峰山', areaCode: dongshan },
    requester: { anonymous: true },
    mode: 'push',
  });
  return new Map([
    ['nickname', byNickname],
    ['matter', byMatter],
    ['media', byMedia],
  ]);
}
