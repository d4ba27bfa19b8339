import type { handling } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { AssignmentRole } from '@minsheng/contract/words/assignment.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import type { ReplyForm } from '../matters/index.ts';

type Reply = Pick<
  InputOf<typeof handling.submit>,
  'evidence' | 'measures' | 'isSolved' | 'unsolvedReason' | 'isTrue'
>;

export interface Shown {
  /** Evidence codes of this reply and of the replies below it in the same round. */
  evidence: ReadonlySet<string>;
  hasMeasures: boolean;
}

/**
 * 答复要件: what a reply must show for its matter. Whoever answers the citizen, and whoever acts in its stead, fills the
 * whole form; what the unit below has shown is not asked for twice; an assisting unit reports its part. Refuses
 * `handling.evidence-missing`, `handling.measures-missing`, `handling.reason-missing`.
 */
export function checkReply(
  form: ReplyForm,
  reply: Reply,
  role: AssignmentRole,
  below: Shown,
): void {
  const isWhole = role === 'lead' || role === 'delegate';
  if (isWhole && reply.isTrue !== 'not-true') {
    const own = new Set(reply.evidence.map(({ code }) => code));
    const missing = form.evidence.find(
      ({ code, required }) => required && !own.has(code) && !below.evidence.has(code),
    );
    refuseUnless(!missing, 'handling.evidence-missing', { label: missing?.label ?? '' });
    const hasMeasures = reply.measures.length > 0 || below.hasMeasures;
    refuseUnless(!form.measures || hasMeasures, 'handling.measures-missing');
  }
  refuseUnless(
    reply.isSolved === 'solved' || reply.unsolvedReason !== '',
    'handling.reason-missing',
  );
}
