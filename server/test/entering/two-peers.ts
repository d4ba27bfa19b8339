import { randomBytes, randomUUID } from 'node:crypto';
import { type MessageKind, messageKinds } from '@minsheng/contract/words/exchange.ts';
import { photo } from '../../../stories/kit/photo.ts';
import { protocolDay } from '../../src/modules/exchange/messages.repo.ts';
import type { TestServer } from '../../src/platform/testing/test-server.ts';
import {
  codeOf,
  type Heard,
  messageOf,
  otherSide,
  sendTo,
  sha256,
  transferBody,
} from '../exchange/other-side.ts';
import { registerPeer } from '../exchange/peer-kit.ts';

/** What a peer is told, without the ids that are new each time. */
export interface Told {
  readonly status: number;
  readonly code: unknown;
  readonly held: unknown;
  readonly hasNumber: boolean;
}

export interface TwoPeers {
  /** What stands of the order one peer handed over. */
  traces(): Promise<unknown>;
  readonly before: unknown;
  /** By their number and ours, and by ours alone. */
  saidOfForeign(kind: MessageKind): Promise<readonly Told[]>;
  saidOfNothing(kind: MessageKind): Promise<readonly Told[]>;
  readsOfOther(): Promise<string[]>;
  shareOfForeign(): Promise<unknown>;
  shareOfNothing(): Promise<unknown>;
  namingFileOf(whom: 'other' | 'nobody' | 'itself'): Promise<Told>;
  ownSupplement(): Promise<void>;
  readonly ids: readonly string[];
}

const at = '2026-03-02T10:00:00+08:00';
const bodies: Readonly<Record<MessageKind, Record<string, unknown>>> = {
  transfer: transferBody(),
  accept: { number: 'X-1' },
  return: { reasonCode: 'not-our-duty', reason: '不属于我方职责。' },
  progress: { stage: 'handling', words: '正在处理。', at },
  result: { outcome: 'done', words: '已办结。', at },
  clue: { words: '有人扬言聚集。', risk: 'middle' },
  supplement: { words: '补充一句。' },
  urge: { words: '请尽快。' },
  supervise: { words: '请限期反馈。' },
  withdraw: { reason: '诉求人要求撤回。' },
  void: { replaces: randomUUID() },
};

/** Two systems outside; one has handed over an order, sent a file and asked for a sharing. */
export async function makeTwoPeers(server: TestServer): Promise<TwoPeers> {
  const [own, other] = [otherSide('peer-own'), otherSide('peer-other')];
  for (const side of [own, other]) await registerPeer(server, side);
  const sender = `P-${randomUUID()}`;
  const first = randomUUID();
  const heard = await sendTo(server, own, '/messages', messageOf(own, { id: first, sender }));
  const number = String(heard.body.number);
  const picture = (lng: number) => photo({ takenAt: server.clock.now(), at: { lng, lat: 23.7 } });
  const files = { other: picture(117.1), nobody: randomBytes(100), itself: picture(117.3) };
  const put = (side: typeof own, bytes: Buffer) =>
    sendTo(server, side, `/files/${sha256(bytes)}`, bytes, { method: 'PUT' });
  await put(own, files.other);
  await put(other, files.itself);
  const ref = randomUUID();
  const share = {
    ...{ act: 'ask', id: ref, purpose: '两个对接方互不相干', gives: 'asked' },
    ...{ fields: ['orderNo'], until: '2026-06-01T00:00:00+08:00' },
  };
  await sendTo(server, own, '/shares', JSON.stringify(share));
  const traces = () => tracesOf(server, number);
  const read = (path: string) => sendTo(server, other, path, '', { method: 'GET' });
  const told = (kind: MessageKind, about: { sender: string; receiver: string; seq: number }) =>
    sendTo(server, other, '/messages', messageOf(other, { kind, body: bodies[kind], ...about }));
  const nobodys = `P-${randomUUID()}`;
  const bothWays = async (kind: MessageKind, theirs: string, receiver: string) => [
    // Under the number the other uses, one message after the other, as if the case were its own.
    toldOf(await told(kind, { sender: theirs, receiver, seq: messageKinds.indexOf(kind) + 1 })),
    toldOf(await told(kind, { sender: `P-${randomUUID()}`, receiver, seq: 1 })),
  ];
  const ofShare = async (id: string) => {
    const rows = await read(`/shares/${id}/rows`);
    const revoked = await sendTo(
      server,
      other,
      '/shares',
      JSON.stringify({ act: 'revoke', id, reason: '不再需要' }),
    );
    return [rows, revoked].map(({ status, text }) => [status, text.replaceAll(id, 'REF')]);
  };
  const today = protocolDay(server.clock.now());
  return {
    traces,
    before: await traces(),
    saidOfForeign: (kind) => bothWays(kind, sender, number),
    saidOfNothing: (kind) => bothWays(kind, nobodys, unknown(number)),
    readsOfOther: async () => [
      (await read(`/days/${today}`)).text,
      (await read(`/shares/${ref}/rows`)).text,
    ],
    shareOfForeign: () => ofShare(ref),
    shareOfNothing: () => ofShare(randomUUID()),
    namingFileOf: async (whom) => {
      const bytes = files[whom];
      const named = { name: 'a.jpg', type: 'image/jpeg', size: bytes.length };
      const attachments = [{ ...named, sha256: sha256(bytes) }];
      return toldOf(await sendTo(server, other, '/messages', messageOf(other, { attachments })));
    },
    ownSupplement: async () => {
      const body = bodies.supplement;
      await sendTo(
        server,
        own,
        '/messages',
        messageOf(own, { kind: 'supplement', body, sender, receiver: number, seq: 2 }),
      );
      await server.advance(1);
    },
    ids: [first, number, sha256(files.other)],
  };
}

const toldOf = (heard: Heard): Told => ({
  status: heard.status,
  code: codeOf(heard),
  held: heard.body.held,
  hasNumber: typeof heard.body.number === 'string',
});

/** Of the same form, and nobody's. */
const unknown = (number: string): string => `${number.slice(0, -3)}999`;

async function tracesOf({ runtime }: TestServer, orderNo: string): Promise<unknown> {
  const { rows } = await runtime.db.pool.query(
    `select o.status,
       (select count(*)::int from platform.event as e where e.city_id = o.city_id and e.subject_id = o.id) as events,
       (select count(*)::int from orders.text as t where t.city_id = o.city_id and t.order_id = o.id) as texts
     from orders.order as o
     where o.order_no = $1`,
    [orderNo],
  );
  return rows;
}
