import { momentWords } from '../../shell/clock.ts';
import { useNow } from '../../shell/use-now.ts';
import { frontLineText } from './text.ts';
import { timeLeft } from './time-left.ts';

const everyMs = 15_000;

/** One clock in words: what is due, when, and how much is left of it. */
export function TimeLeftWords({ label, dueAt }: { label: string; dueAt: string }) {
  const left = timeLeft(dueAt, useNow(everyMs));
  const span = frontLineText.span(left.days, left.hours, left.minutes);
  return (
    <p className={left.isLate ? 'time-left is-late' : 'time-left'}>
      <span className="time-left-label">{label}</span>
      <b>{left.isLate ? frontLineText.late(span) : frontLineText.left(span)}</b>
      <small>{momentWords(dueAt)}</small>
    </p>
  );
}
