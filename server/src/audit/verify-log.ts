import { orderStatuses } from '@minsheng/contract/words/order.ts';
import type { PoolClient } from 'pg';
import { archiveSeal, digestOf } from '../modules/orders/index.ts';
import { type StoredEvent, verifyChain } from '../platform/chain.ts';
import { type KeptText, keptOrders, keptTexts, pagesOfEvents, strayOrders } from './read-log.ts';

/** 核验: what was looked at, and every place where the log and what it speaks of do not agree. */
export interface Verdict {
  readonly chains: number;
  readonly events: number;
  readonly texts: number;
  readonly broken: readonly Broken[];
}

export interface Broken {
  readonly what: 'chain' | 'status' | 'seal' | 'text' | 'no-chain' | 'no-order';
  readonly kind: string;
  readonly id: string;
  /** The event it shows at; null where no single one is to blame. */
  readonly seq: number | null;
}

/**
 * 核验事件链: every chain is whole; every order stands where its events left it, with the seal of its archive; every
 * text an event names is still the one it named, unless it was erased. In one view of the database, whoever writes.
 */
export async function verifyLog(client: PoolClient): Promise<Verdict> {
  const count = { chains: 0, events: 0, texts: 0 };
  const broken: Broken[] = [];
  await client.query('begin isolation level repeatable read read only');
  try {
    for await (const chains of pagesOfEvents(client)) {
      count.chains += chains.length;
      for (const chain of chains) {
        count.events += chain.length;
        broken.push(...brokenChain(chain));
      }
      const orders = chains.filter(([first]) => first?.kind === 'order');
      const found = await checkOrders(client, orders);
      count.texts += found.texts;
      broken.push(...found.broken);
    }
    for (const id of await strayOrders(client))
      broken.push({ what: 'no-chain', kind: 'order', id, seq: null });
  } finally {
    await client.query('rollback');
  }
  return { ...count, broken };
}

type Chain = readonly StoredEvent[];

function brokenChain(chain: Chain): Broken[] {
  const [first] = chain;
  const checked = verifyChain(chain);
  if (checked.ok || !first) return [];
  return [{ what: 'chain', kind: first.kind, id: first.id, seq: checked.seq }];
}

async function checkOrders(
  client: PoolClient,
  chains: readonly Chain[],
): Promise<{ texts: number; broken: Broken[] }> {
  const ids = chains.flatMap(([first]) => first?.id ?? []);
  const orders = await keptOrders(client, ids);
  const texts = await keptTexts(client, ids);
  const broken = chains.flatMap((chain) => {
    const id = chain[0]?.id ?? '';
    const order = orders.get(id);
    const about = { kind: 'order', id } as const;
    if (!order) return [{ ...about, what: 'no-order', seq: null } as const];
    const told = chain.findLast(({ data }) => isStatus(data.to));
    return [
      ...(told?.data.to === order.status
        ? []
        : [{ ...about, what: 'status', seq: told?.seq ?? null } as const]),
      ...(order.archive_seal === null || order.archive_seal.equals(sealThen(chain))
        ? []
        : [{ ...about, what: 'seal', seq: null } as const]),
      ...changedTexts(chain, texts),
    ];
  });
  return { texts: texts.size, broken };
}

/** The seal was set by the event that archived the order, over those before it. */
function sealThen(chain: Chain): Buffer {
  const at = chain.findIndex(({ type }) => type === 'orders.archived');
  return archiveSeal(chain.slice(0, at));
}

const isStatus = (word: unknown): boolean => orderStatuses.some((status) => status === word);

/** An event names a text by number and digest, some events two. */
function changedTexts(chain: Chain, texts: ReadonlyMap<string, KeptText>): Broken[] {
  return chain.flatMap(({ id, seq, data }) => {
    const named = [
      [data.text, data.digest],
      [data.answer, data.answerDigest],
    ];
    const isChanged = named.some(([no, digest]) => {
      const text = texts.get(`${id} ${no}`);
      return text !== undefined && digest && digestOf(text.words, text.salt) !== digest;
    });
    return isChanged ? [{ what: 'text', kind: 'order', id, seq } as const] : [];
  });
}
