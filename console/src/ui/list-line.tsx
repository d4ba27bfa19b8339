import type { ReactNode } from 'react';

export interface LineWords {
  title: string;
  tags: ReactNode;
  /** Empty ones are left out. */
  meta: readonly (string | null)[];
}

interface ListLineProps {
  words: LineWords;
  isOpen: boolean;
  onOpen: () => void;
}

/** One row of a list that opens beside it, where it is no order. */
export function ListLine({ words, isOpen, onOpen }: ListLineProps) {
  return (
    <div className={`row${isOpen ? ' is-open' : ''}`}>
      <button type="button" className="row-main" aria-pressed={isOpen} onClick={onOpen}>
        <span className="row-title">{words.title}</span>
        <span className="row-tags">{words.tags}</span>
        <span className="row-meta">{words.meta.filter(Boolean).join(' · ')}</span>
      </button>
    </div>
  );
}
