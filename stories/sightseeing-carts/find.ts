import { nodes } from '@minsheng/contract';
import { settled } from '../manhole/police-line.ts';
import { dayAt, type Scene, type Watched } from './scene.ts';

/** 找对象: the analyst runs the node in May; what people named stands among many, and a person accepts it. */
export async function findAmongMany(scene: Scene): Promise<Watched> {
  const { analyst, checks, clock } = scene;
  checks.chapter('The analyst prepares 端午 2025');
  await clock.advanceTo(dayAt('2025-05-20', '09:00'));
  const { nodeId } = await analyst.call(nodes.openNode, { code: 'dragon-boat', year: 2025 });
  await analyst.call(nodes.askReading, { nodeId });
  const isRead = await settled(
    scene,
    async () => (await analyst.call(nodes.readNode, { nodeId })).reading?.state === 'done',
  );
  checks.that('the windows are read', isRead);
  const node = await analyst.call(nodes.readNode, { nodeId });
  checks.same(
    'compared with last year’s 端午 and this year’s 五一',
    node.reading?.windows.map(({ name, first }) => [name, first]),
    [
      ['2024年端午', '2024-06-08'],
      ['2025年五一', '2025-05-01'],
    ],
  );
  const first = node.reading?.windows.map(({ days }) => days.find(({ no }) => no === 0)?.label);
  checks.that(
    'a number says which day of which holiday it is',
    first?.[0]?.includes('端午第1天') === true,
    first,
  );
  checks.that(
    `at least 60 objects are found: ${node.candidates.length} shown`,
    node.candidates.length >= 60,
  );
  return accept(scene, nodeId, node.candidates);
}

type Found = Awaited<ReturnType<typeof read>>['candidates'];
const read = (scene: Scene, nodeId: string) => scene.analyst.call(nodes.readNode, { nodeId });

async function accept(scene: Scene, nodeId: string, found: Found): Promise<Watched> {
  const { analyst, checks } = scene;
  const cart = found.find(({ names }) => names.some((name) => name.includes('苏峰山')));
  checks.that(`the carts stand in the top five: rank ${cart?.rank}`, (cart?.rank ?? 99) <= 5, cart);
  if (!cart) throw new Error('The carts were not found.');
  checks.that(
    `with ${cart.reasons.length} reasons: ${cart.reasons.map(({ words }) => words).join('、')}`,
    cart.reasons.length >= 2 && cart.reasons.length <= 4,
    cart.reasons,
  );
  const behind = await analyst.call(nodes.listBehind, { candidateId: cart.id });
  const inWindows = behind.rows.filter(({ role }) => role !== 'ordinary');
  checks.same('every number opens to its orders', inWindows.length, cart.orders);
  // The written rule of the analyst: what the page proposes is taken over as it stands.
  const { name, areaCode, names, aliases, things } = cart;
  const words = { name, areaCode, names, aliases, things };
  const { watchId } = await analyst.call(nodes.acceptCandidate, {
    ...{ nodeId, candidateId: cart.id, ...words },
    reason: '去年端午和今年五一都有多人反映',
  });
  const { objectId } = await analyst.call(nodes.readWatch, { watchId });
  return { nodeId, watchId, objectId, words };
}
