import type { dutyView } from '@minsheng/contract/handling.ts';
import type { ReplyOf } from '@minsheng/contract/route.ts';

export type Duty = ReplyOf<typeof dutyView>;

/** What every screen of one duty is given. */
export interface DutyScreenProps {
  duty: Duty;
  /** Address of the duty itself, for the way back. */
  home: string;
  /** Back to the duty, with a sentence of what was done. */
  done: (sentence: string) => void;
}
