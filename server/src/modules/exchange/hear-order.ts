import type { EventType } from '@minsheng/contract/words/events.ts';
import type { Context } from '../../platform/context.ts';
import { historyOf, news, onLatest } from '../../platform/events.ts';
import { aheadOfOthers, handle, job } from '../../platform/jobs.ts';
import * as orders from '../orders/index.ts';
import { adapterNamed, whenRegistered } from './adapter.ts';
import { type Case, casesOfOrder, changeCase, lockCase } from './cases.repo.ts';
import { peerOf } from './peers.repo.ts';
import { queueMessage } from './queue-message.ts';

const hear = job('exchange:hear', news);
aheadOfOthers(hear);
const heard = new Set<EventType>();

whenRegistered((hears) => {
  for (const type of hears.filter((each) => !heard.has(each))) {
    heard.add(type);
    onLatest(type, hear);
  }
});

/** 随工单通报: each peer that has a case of this order is told what it has not been told yet, in the order it happened. */
handle(hear, async (ctx, { kind, id }) => {
  if (kind !== 'order') return;
  const cases = await casesOfOrder(ctx, id);
  if (cases.length === 0) return;
  // Held, and before its cases, as whoever applies what a peer said of it: what an adapter keeps of the order moves here too.
  await orders.lock(ctx, id);
  for (const { id: caseId } of cases) await tellPeer(ctx, caseId);
});

async function tellPeer(ctx: Context, caseId: string): Promise<void> {
  const about: Case = await lockCase(ctx, caseId);
  const peer = await peerOf(ctx, about.peer);
  if (!peer) return;
  const adapter = adapterNamed(peer.adapter);
  const all = await historyOf(ctx, { kind: 'order', id: about.order_id });
  const missed = all.filter(({ seq }) => seq > about.heard_seq);
  for (const event of missed.filter(({ type }) => adapter.hears.includes(type))) {
    const said = await adapter.outward(ctx, { case: about, event });
    if (said) await queueMessage(ctx, about.id, said);
  }
  const last = missed.at(-1);
  if (last) await changeCase(ctx, about.id, { heard_seq: last.seq });
}
