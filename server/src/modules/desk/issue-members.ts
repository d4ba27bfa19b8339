import type { StoredEvent } from '../../platform/events.ts';
import { instantOf } from '../../platform/ids.ts';

type Link = Pick<StoredEvent, 'type' | 'data' | 'at'>;

export interface IssueHistory {
  id: string;
  /** Every event of the issue, also those after the instant asked for. */
  chain: readonly Link[];
  membersNow: readonly string[];
}

/**
 * 事项成员 at an instant, folded from the issue's own chain. The order that founded the issue belongs from its first
 * instant on: the chain begins by naming it, and as long as there is no chain it is the only one there.
 */
export function membersAt({ id, chain, membersNow }: IssueHistory, until: Date): string[] {
  if (instantOf(id) > until) return [];
  const members = new Set(foundersOf(chain, membersNow));
  for (const { type, data, at } of chain) {
    if (at > until) break;
    const orderId = orderOf(data);
    if (type === 'issues.linked') members.add(orderId);
    if (type === 'issues.unlinked') members.delete(orderId);
  }
  return [...members].toSorted();
}

function foundersOf(chain: readonly Link[], membersNow: readonly string[]): string[] {
  const opened = chain.find(({ type }) => type === 'issues.opened');
  if (opened) return [orderOf(opened.data)];
  // Chains of before name no founder: it left before it ever came, or belongs now without a word about it.
  const firstWord = new Map<string, string>();
  for (const { type, data } of chain) {
    const orderId = orderOf(data);
    if (!firstWord.has(orderId)) firstWord.set(orderId, type);
  }
  const left = [...firstWord].flatMap(([id, type]) => (type === 'issues.unlinked' ? [id] : []));
  return [...left, ...membersNow.filter((id) => !firstWord.has(id))];
}

/** Orders that ever came or left. */
export const mentionedIn = (chain: readonly Link[]): string[] =>
  chain.map(({ data }) => orderOf(data));

const orderOf = (data: Link['data']): string => String(data.orderId ?? '');
