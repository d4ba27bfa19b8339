import type {
  CheckOutcome,
  ClueResult,
  ClueState,
  TellWay,
} from '@minsheng/contract/words/clues.ts';
import type { Selectable } from 'kysely';
import type { DB } from '../../platform/db.types.gen.ts';
import type { Subject } from '../../platform/events.ts';

/** 违规线索: apart from the order it was marked on. */
export interface Clue extends Omit<Selectable<DB['clues.clue']>, 'state' | 'result'> {
  readonly state: ClueState;
  readonly result: ClueResult | null;
}
export type Source = Selectable<DB['clues.source']>;
export type Sending = Selectable<DB['clues.sending']>;
export interface Check extends Omit<Selectable<DB['clues.site_check']>, 'outcome'> {
  readonly outcome: CheckOutcome | null;
}
export interface Feedback extends Omit<Selectable<DB['clues.feedback']>, 'way'> {
  readonly way: TellWay;
}

export const clueSubject = (id: string): Subject => ({ kind: 'clue', id });

/** 线索编号, as people read it. */
export const clueNo = ({ year, no }: Pick<Clue, 'year' | 'no'>): string =>
  `XS${year}-${String(no).padStart(5, '0')}`;
