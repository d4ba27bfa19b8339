import type { KeptVisit } from './kept-visit.ts';
import type { Visits } from './use-visits.ts';

/** What every part of one visit is given. */
export interface VisitPartProps {
  visit: KeptVisit;
  visits: Visits;
  /** Keeps a change on the phone. */
  change: (part: Partial<KeptVisit>) => void;
}
