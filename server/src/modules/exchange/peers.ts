import type { exchange } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce } from '../../platform/events.ts';
import { badInput, Refusal, refuseUnless } from '../../platform/refusal.ts';
import { encrypt } from '../../platform/secrets.ts';
import { unitNames } from '../organisation/index.ts';
import { adapterNamed, knownAdapters } from './adapter.ts';
import { deskTopic } from './died.ts';
import {
  allPeers,
  changePeer as change,
  holdNoMore,
  insertPeer,
  type Peer,
  type PeerRow,
  peerOf,
} from './peers.repo.ts';
import { dueNow, queueLengths } from './queue.repo.ts';
import { sendSoon } from './queue-message.ts';
import { netViews } from './read-code-maps.ts';
import { comparedFrom, reconcileDaily } from './reconcile-days.ts';
import { mismatchedDays } from './reconciliations.repo.ts';
import { isPublicKey, newPrivateKey, publicKeyOf } from './sm2.ts';

const done = { done: true } as const;

/** 对接方一览: who they are, what waits for them and since when. */
export async function listPeers(ctx: Context): Promise<ReplyOf<typeof exchange.listPeers>> {
  const [peers, netRows, lengths, mismatched] = await Promise.all([
    allPeers(ctx),
    netViews(ctx),
    queueLengths(ctx),
    mismatchedDays(ctx, comparedFrom(ctx)),
  ]);
  return {
    rows: peers.map((peer) => {
      const { waiting = 0, held = 0, dead = 0, oldestAt = null } = lengths.get(peer.code) ?? {};
      return {
        ...viewOf(peer, netRows),
        waiting,
        held,
        dead,
        oldestAt: oldestAt?.toISOString() ?? null,
        mismatchedDays: mismatched.get(peer.code) ?? 0,
      };
    }),
    nets: netRows,
    adapters: knownAdapters().map(({ name, label }) => ({ name, label })),
    base: `${ctx.site.origin}/api/exchange/v1`,
    can: { settle: ctx.actor.has('exchange.settle'), govern: ctx.actor.has('exchange.govern') },
  };
}

type View = Omit<
  ReplyOf<typeof exchange.listPeers>['rows'][number],
  'waiting' | 'held' | 'dead' | 'oldestAt' | 'mismatchedDays'
>;

const viewOf = (peer: Peer, netRows: readonly { code: string; name: string }[]): View => ({
  code: peer.code,
  name: peer.name,
  adapter: peer.adapter,
  adapterLabel: knownAdapters().find(({ name }) => name === peer.adapter)?.label ?? peer.adapter,
  netName: netRows.find(({ code }) => code === peer.net)?.name ?? null,
  unitCode: peer.unitCode,
  baseUrl: peer.baseUrl,
  ownCode: peer.ownCode,
  scheme: peer.keys.scheme,
  ownPublicKey: peer.keys.scheme === 'sm2' ? publicKeyOf(peer.keys.own) : null,
  peerPublicKey: peer.keys.scheme === 'sm2' ? peer.keys.theirs : null,
  isOn: peer.isOn,
  perMinute: peer.perMinute,
  lastOutAt: peer.lastOutAt?.toISOString() ?? null,
  lastInAt: peer.lastInAt?.toISOString() ?? null,
  downSince: peer.downSince?.toISOString() ?? null,
  holdUntil: peer.holdUntil?.toISOString() ?? null,
});

/** 登记对接方. The shared secret is never shown again; our own pair of SM2 is made here. */
export async function addPeer(
  ctx: Context,
  input: InputOf<typeof exchange.addPeer>,
): Promise<ReplyOf<typeof exchange.addPeer>> {
  refuseUnless(
    knownAdapters().some(({ name }) => name === input.adapter),
    'exchange.no-such-adapter',
  );
  await refuseStrange(ctx, input);
  const { reachedBy } = adapterNamed(input.adapter);
  const isSm2 = input.scheme === 'sm2' && reachedBy !== 'api-key';
  const secret = isSm2 || reachedBy === 'folder' ? newPrivateKey() : keyIn(input);
  const theirs = isSm2 ? input.peerPublicKey : null;
  if (secret === undefined || theirs === undefined) throw new Refusal('exchange.key-needed');
  refuseUnless(theirs === null || isPublicKey(theirs), 'exchange.key-needed');
  const isNew = await registerPeer(ctx, {
    code: input.code,
    name: input.name,
    adapter: input.adapter,
    net: input.net ?? null,
    unit_code: input.unitCode ?? null,
    base_url: reachedBy === 'folder' ? `folder:${input.code}` : withoutSlash(addressIn(input)),
    own_code: input.ownCode,
    scheme: isSm2 ? 'sm2' : 'hmac-sha256',
    secret_enc: encrypt(ctx.keys, secret),
    peer_key: theirs,
    is_on: true,
    per_minute: input.perMinute,
  });
  refuseUnless(isNew, 'exchange.peer-known', { code: input.code });
  announce(ctx, deskTopic);
  return { code: input.code, ownPublicKey: isSm2 ? publicKeyOf(secret) : null };
}

/** 共用密钥, or the key that the peer gave us. */
const keyIn = ({
  adapter,
  secret,
  apiKey,
}: Pick<InputOf<typeof exchange.addPeer>, 'adapter' | 'secret' | 'apiKey'>): string | undefined =>
  adapterNamed(adapter).reachedBy === 'api-key' ? apiKey : secret;

/** Of these a duty is handed over to the system of its unit. */
const needsUnit = (adapter: string): boolean => adapter === 'county' || adapter === 'open311';

/** The net must speak by this adapter; a county platform is the system of a unit here. */
async function refuseStrange(
  ctx: Context,
  { adapter, net, unitCode }: InputOf<typeof exchange.addPeer>,
): Promise<void> {
  const isNet = (await netViews(ctx)).some((one) => one.code === net && one.adapter === adapter);
  refuseUnless(net === undefined || isNet, 'exchange.no-such-net');
  const isUnit = unitCode !== undefined && (await unitNames(ctx, [unitCode])).has(unitCode);
  refuseUnless(unitCode === undefined ? !needsUnit(adapter) : isUnit, 'exchange.unit-needed');
}

/** False: the code is taken. */
export async function registerPeer(ctx: Context, row: PeerRow): Promise<boolean> {
  const isNew = await insertPeer(ctx, row);
  if (isNew) reconcileDaily(ctx);
  if (isNew) adapterNamed(row.adapter).begins?.(ctx);
  return isNew;
}

function addressIn({ baseUrl }: InputOf<typeof exchange.addPeer>): string {
  if (baseUrl === undefined) throw badInput(['baseUrl']);
  return baseUrl;
}

const withoutSlash = (address: string): string => address.replace(/\/+$/, '');

/** 修改对接方. Switched off it is refused and gets nothing; switched on again its queue goes on. */
export async function changePeer(
  ctx: Context,
  { code, ...input }: InputOf<typeof exchange.changePeer>,
): Promise<typeof done> {
  const peer = await peerOf(ctx, code);
  refuseUnless(peer, 'exchange.no-such-peer');
  const isSm2 = peer.keys.scheme === 'sm2';
  refuseUnless(!(isSm2 && input.secret !== undefined), 'exchange.key-needed');
  refuseUnless(
    input.peerPublicKey === undefined || (isSm2 && isPublicKey(input.peerPublicKey)),
    'exchange.key-needed',
  );
  const key = keyIn({ adapter: peer.adapter, secret: input.secret, apiKey: input.apiKey });
  await change(ctx, code, {
    ...(input.name !== undefined && { name: input.name }),
    ...(input.baseUrl !== undefined && { base_url: withoutSlash(input.baseUrl) }),
    ...(key !== undefined && { secret_enc: encrypt(ctx.keys, key) }),
    ...(input.peerPublicKey !== undefined && { peer_key: input.peerPublicKey }),
    ...(input.perMinute !== undefined && { per_minute: input.perMinute }),
    ...(input.isOn !== undefined && { is_on: input.isOn }),
  });
  await sendAtOnce(ctx, code);
  if (input.isOn && !peer.isOn) adapterNamed(peer.adapter).resumes?.(ctx, peer);
  return done;
}

/** 立即重试. */
export async function sendNow(
  ctx: Context,
  { code }: InputOf<typeof exchange.sendNow>,
): Promise<typeof done> {
  refuseUnless(await peerOf(ctx, code), 'exchange.no-such-peer');
  await sendAtOnce(ctx, code);
  return done;
}

async function sendAtOnce(ctx: Context, code: string): Promise<void> {
  await holdNoMore(ctx, code);
  await dueNow(ctx, code);
  sendSoon(ctx, code);
  announce(ctx, deskTopic);
}
