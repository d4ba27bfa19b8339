import { removalKindLabel } from '@minsheng/contract';
import type { ReactNode } from 'react';
import type { Removal } from './release.queries.ts';
import { releaseText } from './text.ts';

export interface Mark extends Removal {
  /** Put back by the person: it stays in the text. */
  readonly isBack: boolean;
}

interface MarkedWordsProps {
  words: string;
  marks: readonly Mark[];
  onToggle: (mark: Mark) => void;
}

/** The text with what is taken out of it, each by its word as well as its colour. */
export function MarkedWords({ words, marks, onToggle }: MarkedWordsProps) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const mark of marks) {
    const { kind, start, end, isBack } = mark;
    const own = words.slice(start, end);
    parts.push(words.slice(at, start));
    parts.push(
      <button
        key={start}
        type="button"
        className={`removal removal-${kind}${isBack ? ' is-back' : ''}`}
        aria-pressed={!isBack}
        aria-label={releaseText.markLabel(removalKindLabel[kind], own, isBack)}
        onClick={() => onToggle(mark)}
      >
        {isBack ? (
          own
        ) : (
          <>
            <b>{removalKindLabel[kind]}</b>
            <s>{own}</s>
          </>
        )}
      </button>,
    );
    at = end;
  }
  parts.push(words.slice(at));
  return <p className="release-words">{parts}</p>;
}
