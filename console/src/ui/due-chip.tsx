import { nowMs, useNow } from '../shell/browser-clock.ts';
import { fullInstant, spanText } from './format.ts';
import { clockText } from './text.ts';

/** Below this the chip turns amber: somebody should look now. */
const soonMinutes = 4 * 60;

function toneOf(leftMinutes: number): string {
  if (leftMinutes < 0) return 'alarm';
  return leftMinutes < soonMinutes ? 'strong' : 'plain';
}

/** Nothing is over by 0 minutes. */
function wordsOf(leftMinutes: number): string {
  if (Math.abs(leftMinutes) < 1) return leftMinutes < 0 ? clockText.justOver : clockText.nearly;
  return leftMinutes < 0
    ? clockText.over(spanText(-leftMinutes))
    : clockText.left(spanText(leftMinutes));
}

/** Remaining time of a duty, counting by itself; red once it is over. */
export function DueChip({ dueAt, label }: { dueAt: string | null; label?: string }) {
  useNow(20);
  if (dueAt === null) return null;
  const left = (Date.parse(dueAt) - nowMs()) / 60_000;
  const words = wordsOf(left);
  return (
    <span className={`chip chip-${toneOf(left)}`} title={clockText.due(fullInstant(dueAt))}>
      {label === undefined ? words : `${label} ${words}`}
    </span>
  );
}
