import { nodes } from '@minsheng/contract';
import { settled } from '../manhole/police-line.ts';
import { dayAt, type Scene, tell, type Watched } from './scene.ts';
import { illText, inventedPlaces } from './texts.ts';

const dongshan = '350626000000';

/** 三个节日零投诉: in each others complain of other things, and the query says what it looked at. */
export async function threeHolidays(scene: Scene, watch: Watched): Promise<void> {
  const { analyst, checks } = scene;
  checks.chapter('端午, 中秋 and 国庆 2025 are quiet');
  await others(scene, '2025-06-01', 4);
  const later = await Promise.all(
    ['mid-autumn', 'national-day'].map(async (code) => {
      const { nodeId } = await analyst.call(nodes.openNode, { code, year: 2025 });
      const accepted = { nodeId, objectId: watch.objectId, ...watch.words };
      return analyst.call(nodes.acceptCandidate, { ...accepted, reason: '端午后继续关注' });
    }),
  );
  // 中秋 lies in 国庆: what is told on its day lies in both windows.
  await others(scene, '2025-10-06', 5);
  await scene.clock.advanceTo(dayAt('2025-10-10', '09:00'));
  const watchIds = [watch.watchId, ...later.map(({ watchId }) => watchId)];
  for (const watchId of watchIds) await zero(scene, watchId);
  const last = await analyst.call(nodes.readZero, { watchId: watch.watchId });
  checks.same(
    'three holidays, each order once in the sum',
    [last.others.map(({ breaks }) => breaks), last.together],
    [[0, 0, 0], 0],
  );
}

async function others(scene: Scene, on: string, count: number): Promise<void> {
  await scene.clock.advanceTo(dayAt(on, '11:00'));
  for (const name of inventedPlaces(scene.random, count))
    await tell(
      scene,
      { content: illText(scene.random, name), who: `${on} ${name}`, areaCode: dongshan },
      {},
    );
}

/** The query ran by itself when the window was over. */
async function zero(scene: Scene, watchId: string): Promise<void> {
  const { analyst, checks } = scene;
  const { nodeName } = await analyst.call(nodes.readWatch, { watchId });
  const read = () => analyst.call(nodes.readZero, { watchId });
  const isThere = await settled(scene, async () => (await read()).last?.isOver === true);
  const { last } = await read();
  checks.that(
    `${nodeName} is at zero, and its window is over`,
    isThere && last?.breaks === 0,
    last,
  );
  if (!last) return;
  const { names, things, aliases, countyName, coverage } = last;
  checks.that(
    `asked for ${names.join('、')} with ${things.join('、')}, or ${aliases.join('、')}, by ${last.channels.length} channels; ${countyName} ${coverage.countyOrders} orders, ${coverage.notCounted} of them not about it, ${coverage.calls} calls`,
    coverage.countyOrders > 0 && coverage.notCounted === coverage.countyOrders,
    coverage,
  );
}
