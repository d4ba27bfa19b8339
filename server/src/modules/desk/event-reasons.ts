import type { StoredEvent } from '../../platform/events.ts';
import type { StoredText } from '../orders/index.ts';

/**
 * 事由: the reason somebody had to give, in their words, beside the event it was given for. One reason may stand in the
 * events of several duties (收回, 改派); it is read once, at the last of them, which speaks of the order.
 */
export function reasonsBySeq(
  events: readonly Pick<StoredEvent, 'seq' | 'data'>[],
  texts: readonly Pick<StoredText, 'no' | 'kind' | 'content'>[],
): ReadonlyMap<number, string> {
  const reasons = texts.filter(({ kind, content }) => kind === 'reason' && content !== '');
  return new Map(
    reasons.flatMap(({ no, content }) => {
      const event = events.findLast(({ data }) => data.text === no);
      return event ? [[event.seq, content] as const] : [];
    }),
  );
}
