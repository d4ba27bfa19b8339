import type { JudgedHit, ModelKind } from '@minsheng/contract';
import { Link } from '@tanstack/react-router';
import { useMay } from '../../shell/session.ts';

export interface JudgedLinkProps {
  kind: ModelKind;
  hit: JudgedHit;
  from: string;
  to: string;
  /** What the person chose, and what had been suggested. */
  label?: string;
  given?: string;
  saidFrom?: number;
  saidBelow?: number;
  words: string;
}

/** A number that opens the orders behind it, where this person may search. */
export function JudgedLink({ kind, hit, words, ...asked }: JudgedLinkProps) {
  const may = useMay();
  if (!may('orders.search')) return <span>{words}</span>;
  return (
    <Link
      to="/search"
      search={{
        judged: kind,
        judgedHit: hit,
        judgedFrom: asked.from,
        judgedTo: asked.to,
        judgedLabel: asked.label,
        judgedGiven: asked.given,
        judgedSaidFrom: asked.saidFrom,
        judgedSaidBelow: asked.saidBelow,
      }}
    >
      {words}
    </Link>
  );
}
