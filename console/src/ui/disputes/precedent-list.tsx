import type { dispatch, ReplyOf } from '@minsheng/contract';
import type { ReactNode } from 'react';
import { disputeText } from './text.ts';

type Precedent = ReplyOf<typeof dispatch.suggestion>['precedents'][number];

interface PrecedentListProps {
  precedents: readonly Precedent[];
  lead: (unit: Precedent['lead']) => ReactNode;
}

/** 裁定先例: the case, who leads, on what it rests, and how often it was followed. */
export function PrecedentList({ precedents, lead }: PrecedentListProps) {
  return (
    <ul className="plain-list">
      {precedents.map((one) => (
        <li key={one.id}>
          <p>
            {lead(one.lead)} <span>{one.facts}</span>
          </p>
          <p className="soft">
            {[
              one.basis,
              one.upheld ? disputeText.upheldThen : disputeText.rejectedThen,
              disputeText.uses(one.uses),
              disputeText.validTo(one.validTo),
            ].join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}
