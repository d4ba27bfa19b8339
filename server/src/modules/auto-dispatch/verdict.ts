import type { OrderStatus } from '@minsheng/contract/words/order.ts';

export interface LeadDuty {
  readonly unit: string;
  /** Null: the program sent it. */
  readonly sentBy: string | null;
  readonly sentAt: Date;
}

export interface Course {
  /** Every duty to lead the order ever had, the first first. */
  readonly leads: readonly LeadDuty[];
  readonly status: OrderStatus;
  /** 已结案: answered, reviewed, and asked or given up asking. */
  readonly isClosed: boolean;
  /** 收回过, or an automatic dispatch undone: nobody has sent it anew so far. */
  readonly isTakenBack: boolean;
  readonly wasAutomatic: boolean;
  readonly now: Date;
}

export interface Verdict {
  readonly verdict: 'right' | 'wrong' | 'none';
  readonly finalLead: string | null;
}

const quietDays = 30;
const dayMs = 86_400_000;

/**
 * 首派是否准确 (domain K21, strictly: any change of the lead counts). Null while it cannot be told. What a person sent
 * counts as right when it is closed, or has lain with the same lead for thirty days. What went by itself never by
 * silence: only when the unit has answered, the centre reviewed it and the order is closed.
 */
export function verdictOf(course: Course): Verdict | null {
  const { leads, status, isTakenBack, wasAutomatic } = course;
  const [first] = leads;
  const finalLead = leads.at(-1)?.unit ?? null;
  if (!first) return status === 'withdrawn' ? { verdict: 'none', finalLead } : null;
  if (leads.some(({ unit }) => unit !== first.unit)) return { verdict: 'wrong', finalLead };
  // An emergency's rule chose, neither a person nor this machine.
  if (first.sentBy === null && !wasAutomatic) return { verdict: 'none', finalLead };
  if (isTakenBack) return { verdict: 'wrong', finalLead: null };
  if (course.isClosed) return { verdict: 'right', finalLead };
  if (status === 'withdrawn') return { verdict: 'none', finalLead };
  const isQuiet = course.now.getTime() - first.sentAt.getTime() >= quietDays * dayMs;
  if (!isQuiet) return null;
  return wasAutomatic ? { verdict: 'none', finalLead } : { verdict: 'right', finalLead };
}
