import type { handling } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { AssignmentRole } from '@minsheng/contract/words/assignment.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import type { ReplyForm } from '../matters/index.ts';

type Reply = Pick<
  InputOf<typeof handling.submit>,
  'evidence' | 'measures' | 'isSolved' | 'unsolvedReason' | 'isTrue'
>;

/**
 * 答复要件: what a reply must hold for its matter. Whoever answers the citizen, and whoever acts in its stead, fills
 * the whole form; an assisting unit reports its part. Refuses `handling.evidence-missing|measures-missing|reason-missing`.
 */
export function checkReply(form: ReplyForm, reply: Reply, role: AssignmentRole): void {
  const isWhole = role === 'lead' || role === 'delegate';
  const wasFound = reply.isTrue !== 'not-true';
  if (isWhole && wasFound) {
    const given = new Set(reply.evidence.map(({ code }) => code));
    const missing = form.evidence.find(({ code, required }) => required && !given.has(code));
    refuseUnless(!missing, 'handling.evidence-missing', { label: missing?.label ?? '' });
    refuseUnless(!form.measures || reply.measures.length > 0, 'handling.measures-missing');
  }
  refuseUnless(
    reply.isSolved === 'solved' || reply.unsolvedReason !== '',
    'handling.reason-missing',
  );
}
