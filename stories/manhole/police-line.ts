import { randomBytes } from 'node:crypto';
import { exchange, linkage } from '@minsheng/contract';
import { freePort, startTwin, type Twin } from '../../twins/police-110/testing/twin.ts';
import type { Stage } from '../kit/story.ts';
import { dutiesOf, pageOf, type Scene } from './scene.ts';

const ownCode = 'minsheng-story';
const code = 'police-110';

/** The pretend 110 as a program of its own, and the line to it, set up by the administrator. */
export async function openLine(stage: Stage): Promise<Twin> {
  const secret = randomBytes(24).toString('hex');
  const port = await freePort();
  const peerUrl = `${stage.server.url}/api/exchange/v1`;
  const twin = await startTwin({ code, peerCode: ownCode, peerUrl, port, secret });
  await twin.control('POST', 'clock', { to: (await stage.clock.now()).toISOString() });
  const admin = await stage.person('admin');
  await admin.call(exchange.addPeer, {
    code,
    name: '模拟110',
    adapter: 'police-110',
    baseUrl: twin.base,
    ownCode,
    scheme: 'hmac-sha256',
    secret,
  });
  return twin;
}

const mostRounds = 200;

/** Both programs go on until it is so: ours with the clock, theirs by itself. */
export async function settled({ clock }: Stage, isSo: () => Promise<boolean>): Promise<boolean> {
  for (let round = 0; round < mostRounds; round += 1) {
    await clock.advance(0);
    if (await isSo()) return true;
    await new Promise((go) => setTimeout(go, 50));
  }
  return false;
}

/** M1-4: the duty of the 110 centre is a police order over there, with the order's number. */
export async function policeOrder(scene: Scene, orderId: string): Promise<string> {
  const { orderNo } = await pageOf(scene, orderId);
  const find = async () =>
    (await scene.line.cases()).find(({ peer_number }) => peer_number === orderNo)?.number;
  const isThere = await settled(scene, async () => (await find()) !== undefined);
  scene.checks.that('110 has a police order of it in its own system', isThere);
  return (await find()) ?? '';
}

/** What 110 does over there, until its duty here has come as far. */
export async function policeDoes(
  scene: Scene,
  orderId: string,
  { number, said, until }: { number: string; said: object; until: string },
): Promise<void> {
  await scene.line.control('POST', `cases/${number}/act`, said);
  const isSo = await settled(
    scene,
    async () => (await dutiesOf(scene, orderId)).police.state === until,
  );
  scene.checks.that(`by what 110 says over there its duty here is “${until}”`, isSo);
}

/** Both statuses on one page, with the row of the list and the basis. */
export async function checkBothStatuses(scene: Scene, orderId: string): Promise<void> {
  const { rows } = await scene.agent.call(linkage.orderLinkage, { orderId });
  const [row] = rows;
  scene.checks.same(
    'the order shows how far 110 is, by which mechanism',
    [row?.act, row?.mechanism, row?.state, row?.isReceipted],
    ['together', 'response', 'done', true],
  );
  scene.checks.that(
    'with the row of the list and its legal basis',
    row?.listRow !== null && row?.basis !== null,
    row,
  );
}
