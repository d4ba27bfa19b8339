import { letterKindLabel, letterStateLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { AboutLink } from '../../ui/about-link.tsx';
import { Ask } from '../../ui/ask.tsx';
import { type Fact, Facts } from '../../ui/facts.tsx';
import { fullInstant, shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { LetterActs } from './letter-acts.tsx';
import { letterQuery, type Whole } from './letters.queries.ts';
import { Receipts } from './receipts.tsx';
import { lettersText } from './text.ts';

interface LetterDetailProps {
  letterId: string;
  onShow: (letterId: string) => void;
}

/** 一份函件: what it says, whom it went to, what they answered. */
export function LetterDetail({ letterId, onShow }: LetterDetailProps) {
  const letter = useQuery(letterQuery(letterId));
  return (
    <Ask of={letter}>
      {(found) => (
        <div className="stack">
          <Head letter={found} onShow={onShow} />
          <Panel title={lettersText.text}>
            <article className="letter-text">
              {found.body.map((paragraph, no) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the text of a letter never changes its order
                <p key={no}>{paragraph}</p>
              ))}
            </article>
          </Panel>
          {found.sentAt !== null && <Receipts letter={found} />}
        </div>
      )}
    </Ask>
  );
}

function Head({ letter, onShow }: { letter: Whole; onShow: (letterId: string) => void }) {
  return (
    <Panel
      title={letter.title}
      extra={
        <>
          <span className="chip chip-plain">{letterKindLabel[letter.kind]}</span>
          <span className="chip chip-plain">{letterStateLabel[letter.state]}</span>
          {letter.isLate && <span className="chip chip-alarm">{lettersText.late}</span>}
        </>
      }
    >
      <Facts facts={factsOf(letter, onShow)} />
      <LetterActs letter={letter} onShow={onShow} />
      <Papers letter={letter} />
    </Panel>
  );
}

function factsOf(letter: Whole, onShow: (letterId: string) => void): Fact[] {
  const { approved, withdrawn } = letter;
  return [
    { label: lettersText.number, value: letter.letterNo ?? lettersText.noNumber },
    { label: lettersText.organ, value: letter.organ },
    { label: lettersText.to, value: letter.to.join('、') },
    { label: lettersText.about, value: letter.concern && <AboutLink about={letter.concern} /> },
    { label: lettersText.corrects, value: linkTo(letter.corrects, onShow) },
    { label: lettersText.correctedBy, value: linkTo(letter.correctedBy, onShow) },
    {
      label: lettersText.drafted,
      value: lettersText.by(letter.draftedBy, shortInstant(letter.draftedAt)),
    },
    {
      label: lettersText.approval,
      value: approved && lettersText.by(approved.by, shortInstant(approved.at)),
    },
    { label: lettersText.sentAt, value: letter.sentAt && fullInstant(letter.sentAt) },
    {
      label: lettersText.withdrawal,
      value:
        withdrawn && lettersText.why(withdrawn.by, shortInstant(withdrawn.at), withdrawn.reason),
    },
  ];
}

function linkTo(other: Whole['corrects'], onShow: (letterId: string) => void) {
  if (!other) return null;
  return (
    <Button type="link" size="small" onClick={() => onShow(other.id)}>
      {other.letterNo ?? lettersText.noNumber}
    </Button>
  );
}

/** 打印, PDF, Word. */
function Papers({ letter }: { letter: Whole }) {
  const at = (what: string) => `/api/letters/${letter.id}/${what}`;
  return (
    <p className="inline gap-above">
      <Button href={at('print')} target="_blank" rel="noreferrer">
        {lettersText.print}
      </Button>
      {letter.mayPrintPdf && <Button href={at('pdf')}>{lettersText.pdf}</Button>}
      <Button href={at('docx')}>{lettersText.docx}</Button>
    </p>
  );
}
