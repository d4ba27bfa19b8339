import type { ReactNode } from 'react';
import './share-bars.css';

export interface ShareBar {
  readonly key: string;
  readonly name: ReactNode;
  /** The length of the bar against the longest, and how much of it is filled. */
  readonly whole: number;
  readonly part: number;
  /** The same in figures, with what opens them. */
  readonly words: ReactNode;
}

interface ShareBarsProps {
  label: string;
  bars: readonly ShareBar[];
  /** What the filled part and the whole bar are. */
  keys: readonly [part: string, whole: string];
}

const percentOf = (part: number, whole: number): string =>
  `${whole === 0 ? 0 : Math.min(100, (100 * part) / whole)}%`;

/** Bars under one another: how much, and what part of it. The figures stand beside, so that nobody has to measure. */
export function ShareBars({ label, bars, keys }: ShareBarsProps) {
  const longest = Math.max(0, ...bars.map(({ whole }) => whole));
  return (
    <figure className="share-bars">
      <ul aria-label={label}>
        {bars.map(({ key, name, whole, part, words }) => (
          <li key={key}>
            <span className="share-name">{name}</span>
            <span className="share-track" aria-hidden="true">
              <span className="share-whole" style={{ width: percentOf(whole, longest) }}>
                <span className="share-part" style={{ width: percentOf(part, whole) }} />
              </span>
            </span>
            <span className="share-words">{words}</span>
          </li>
        ))}
      </ul>
      <figcaption className="soft">
        <span className="share-key share-key-part">{keys[0]}</span>
        <span className="share-key">{keys[1]}</span>
      </figcaption>
    </figure>
  );
}
