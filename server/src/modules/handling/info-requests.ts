import type { infoRequest } from '@minsheng/contract/shapes.ts';
import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { historyOf, type StoredEvent } from '../../platform/events.ts';
import type { Order, StoredText } from '../orders/index.ts';
import { unitNames } from '../organisation/index.ts';

type InfoRequestView = z.output<typeof infoRequest>;

export interface InfoRequests {
  /** The oldest first. */
  readonly requests: readonly InfoRequestView[];
  /** Numbers of the texts that answer one, which are therefore no supplements. */
  readonly answers: ReadonlySet<number>;
}

/** 询问与答复: each question of a unit with what the requester said to it, from the event log. */
export async function infoRequestsOf(
  ctx: Context,
  order: Order,
  texts: readonly StoredText[],
): Promise<InfoRequests> {
  if (order.info_asked === 0) return { requests: [], answers: new Set() };
  const events = await historyOf(ctx, { kind: 'order', id: order.id });
  const pairs = pairsOf(events);
  const names = await unitNames(
    ctx,
    pairs.map(({ asked }) => String(asked.data.unit)),
  );
  const wordsOf = (event: StoredEvent | null) =>
    texts.find(({ no }) => no === event?.data.text)?.content ?? null;
  const requests = pairs.map(({ asked, heard }, at): InfoRequestView => {
    const isLast = at === pairs.length - 1;
    const answer = wordsOf(heard);
    return {
      askedAt: asked.at.toISOString(),
      unitName: names.get(String(asked.data.unit)) ?? '',
      question: wordsOf(asked) ?? '',
      state: stateOf({ isWaiting: isLast && order.status === 'need-info', heard }),
      answeredAt: heard && heard.data.byRule !== true ? heard.at.toISOString() : null,
      answer,
    };
  });
  const answers = pairs.flatMap(({ heard }) =>
    typeof heard?.data.text === 'number' ? [heard.data.text] : [],
  );
  return { requests, answers: new Set(answers) };
}

interface Pair {
  readonly asked: StoredEvent;
  /** What ended the wait, or null: it still waits, or the order was taken back meanwhile. */
  readonly heard: StoredEvent | null;
}

function pairsOf(events: readonly StoredEvent[]): Pair[] {
  const pairs: { asked: StoredEvent; heard: StoredEvent | null }[] = [];
  for (const event of events) {
    if (event.type === 'handling.info-asked') pairs.push({ asked: event, heard: null });
    const last = pairs.at(-1);
    if (event.type === 'handling.info-given' && last && !last.heard) last.heard = event;
  }
  return pairs;
}

function stateOf({
  isWaiting,
  heard,
}: {
  isWaiting: boolean;
  heard: StoredEvent | null;
}): InfoRequestView['state'] {
  if (isWaiting) return 'waiting';
  return heard && heard.data.byRule !== true ? 'answered' : 'unanswered';
}
