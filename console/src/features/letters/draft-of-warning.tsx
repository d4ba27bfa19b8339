import { concernKindLabel, warningSubjectLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Ask } from '../../ui/ask.tsx';
import { warningQuery } from '../../ui/case.queries.ts';
import { shortInstant } from '../../ui/format.ts';
import { DraftLetter } from './draft-letter.tsx';
import { lettersText } from './text.ts';

const words = lettersText.ofWarning;

interface DraftOfWarningProps {
  warningId: string;
  onClose: () => void;
  onDone: (letterId: string) => void;
}

/** 就预警起草: what stood out is filled in already; whoever writes adds what is asked, and of whom. */
export function DraftOfWarning({ warningId, onClose, onDone }: DraftOfWarningProps) {
  return (
    <Ask of={useQuery(warningQuery(warningId))}>
      {({ id, lead, fromAt, toAt, seen, low, high, words: said }) => {
        const what = lead.subject === 'all' ? warningSubjectLabel.all : lead.label;
        const facts = words.facts({
          from: shortInstant(fromAt),
          to: shortInstant(toAt),
          what,
          seen,
          low,
          high,
        });
        return (
          <DraftLetter
            about={{
              kind: 'warning',
              id,
              name: words.about(concernKindLabel.warning, what, seen),
            }}
            corrects={null}
            filled={{
              subject: words.subject(what),
              facts: said.length === 0 ? facts : `${facts}\n${words.said(said)}`,
            }}
            onClose={onClose}
            onDone={onDone}
          />
        );
      }}
    </Ask>
  );
}
