import { urgencyLabel } from '@minsheng/contract/words/order.ts';
import { wordFor } from './word-for.ts';

export function UrgencyTag({ urgency }: { urgency: string }) {
  const kind = urgency === 'U1' ? 'tag is-red' : urgency === 'U2' ? 'tag is-amber' : 'tag';
  return <span className={kind}>{wordFor(urgencyLabel, urgency)}</span>;
}
