import { randomBytes } from 'node:crypto';
import { exchange } from '@minsheng/contract';
import { freePort, startTwin, type Twin } from '../../twins/police-110/testing/twin.ts';
import type { Person } from '../kit/person.ts';
import type { Stage } from '../kit/story.ts';
import { villageIn } from '../manhole/scene.ts';

export interface Scene extends Stage {
  readonly agent: Person;
  readonly dispatcher: Person;
  readonly housing: Person;
  readonly reviewer: Person;
  readonly caller: Person;
  readonly areaCode: string;
  /** Each a program of its own that speaks the protocol and nothing else. */
  readonly grid: Twin;
  readonly market: Twin;
}

const ownCode = 'minsheng-story';

export async function sceneOf(stage: Stage): Promise<Scene> {
  const [agent, dispatcher, housing, reviewer, caller] = await Promise.all([
    stage.person('agent'),
    stage.person('dispatcher'),
    stage.person('zjj-liaison'),
    stage.person('reviewer'),
    stage.person('call-back'),
  ]);
  const areaCode = await villageIn(agent, '350602');
  const [grid, market] = await Promise.all([
    netOf(stage, { code: 'grid-platform', net: 'grid', adapter: 'grid' }),
    netOf(stage, { code: 'market-line', net: 'market-12315', adapter: 'dual-line' }),
  ]);
  return { ...stage, agent, dispatcher, housing, reviewer, caller, areaCode, grid, market };
}

async function netOf(
  stage: Stage,
  { code, net, adapter }: { code: string; net: string; adapter: string },
): Promise<Twin> {
  const secret = randomBytes(24).toString('hex');
  const peerUrl = `${stage.server.url}/api/exchange/v1`;
  const port = await freePort();
  const twin = await startTwin({ code, peerCode: ownCode, peerUrl, port, secret });
  await twin.control('POST', 'clock', { to: (await stage.clock.now()).toISOString() });
  const admin = await stage.person('admin');
  const peer = { code, name: code, adapter, net, baseUrl: twin.base, ownCode };
  await admin.call(exchange.addPeer, { ...peer, scheme: 'hmac-sha256', secret });
  return twin;
}
