import type { Envelope, Said } from '@minsheng/contract/public/exchange.ts';
import type { EventType } from '@minsheng/contract/words/events.ts';
import type { MessageKind } from '@minsheng/contract/words/exchange.ts';
import type { Context, Ports } from '../../platform/context.ts';
import type { StoredEvent } from '../../platform/events.ts';
import type { Case } from './cases.repo.ts';
import type { CodeThere } from './code-places.ts';
import type { Outcome } from './outcome-of.ts';
import type { Peer } from './peers.repo.ts';

/** 来件: a message whose turn has come. */
export interface Incoming {
  readonly peer: Peer;
  /** Our own id of it, which is the receipt. */
  readonly id: string;
  readonly envelope: Envelope;
  /** In our codes. */
  readonly said: Said;
  /** 待对照: codes of theirs that were left out of it. */
  readonly unknown: readonly CodeThere[];
  /** Null before the case is known here: a transfer, or a clue. */
  readonly case: Case | null;
  /** Files that came ahead, as intake claims them. */
  readonly uploads: readonly { readonly id: string; readonly key: string }[];
}

/** A message at the door, next in its case. */
export interface AtDoor {
  readonly peer: Peer;
  readonly said: Said;
  readonly case: Case;
  readonly attachments: Envelope['attachments'];
}

/** What became of it: the order it opened, so that a case is kept for it. */
export interface Applied {
  readonly opened: { readonly orderId: string; readonly orderNo: string } | null;
}

export const nothingOpened: Applied = { opened: null };

/** 去件 on its way. */
export interface Outbound {
  readonly peer: Peer;
  readonly id: string;
  readonly envelope: Envelope;
  /** It left before, and nobody knows whether it arrived: whoever cannot tell by its id must look first. */
  readonly mayHaveArrived: boolean;
  /** Since it was queued, or a person sent it again. */
  readonly attempts: number;
}

/** What goes out about an event of an order. */
export type Outgoing = Said;

/**
 * 适配器: one shape for every net. It says which messages it takes and what they become, which events of an order its
 * peer hears of and in which words. Sending, order, receipts, repeats and signatures are not its concern.
 */
export interface Adapter {
  readonly name: string;
  /** What people read on the page of peers. */
  readonly label: string;
  readonly takes: readonly MessageKind[];
  /** Before the receipt: codes unknown to the city are an `ExchangeFault`, which the sender reads. */
  check(ctx: Context, peer: Peer, said: Said): Promise<void>;
  /** Before the receipt as well, of what is next in a case that is known: what the rules would not allow in its turn. */
  readonly fits?: (ctx: Context, message: AtDoor) => Promise<void>;
  /** In its turn, in a transaction of its own. A `Refusal` makes it a dead letter with that sentence. */
  apply(ctx: Context, incoming: Incoming): Promise<Applied>;
  readonly hears: readonly EventType[];
  /** How a message leaves, where it is no signed request, and what came of it. */
  readonly carries?: (ports: Ports, message: Outbound) => Promise<Outcome>;
  /** Requests that may take at most, one after the other; without: one. */
  readonly mostRequests?: number;
  /** Where a peer of it is reached, if not by signed requests: nobody may come by these in its name. */
  readonly reachedBy?: 'folder' | 'api-key';
  /** What of a message may leave at all, before it is written; without: all of it. */
  readonly leaves?: (ctx: Context, orderId: string, said: Said) => Promise<Said>;
  /** Whoever handles it there sees the requester's photos, as a unit here does. */
  readonly showsPhotos?: true;
  /** Said as a peer of it is registered. */
  readonly begins?: (ctx: Context) => void;
  /** Said as a peer of it is switched on again. */
  readonly resumes?: (ctx: Context, peer: Peer) => void;
  /** Null: nothing goes out about it. Asked once per event, in their order. */
  outward(ctx: Context, of: { case: Case; event: StoredEvent }): Promise<Outgoing | null>;
}

const adapters = new Map<string, Adapter>();
const listeners: ((hears: readonly EventType[]) => void)[] = [];

/** Said once at start-up by the module that owns the adapter. */
export function registerAdapter(adapter: Adapter): void {
  if (adapters.has(adapter.name)) throw new Error(`Two adapters are named ${adapter.name}.`);
  adapters.set(adapter.name, adapter);
  for (const listen of listeners) listen(adapter.hears);
}

/** For whoever must know which events any adapter wants: told of those that are there and of those to come. */
export function whenRegistered(listen: (hears: readonly EventType[]) => void): void {
  listeners.push(listen);
  for (const { hears } of adapters.values()) listen(hears);
}

export function adapterNamed(name: string): Adapter {
  const found = adapters.get(name);
  if (!found) throw new Error(`No adapter is named ${name}.`);
  return found;
}

export const knownAdapters = (): readonly Adapter[] => [...adapters.values()];

/** 按报文协议对接: it signs, so that it can be asked for more than what its net carries. */
export const speaksProtocol = ({ adapter }: Pick<Peer, 'adapter'>): boolean =>
  adapterNamed(adapter).reachedBy === undefined;
