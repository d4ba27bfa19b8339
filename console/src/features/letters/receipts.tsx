import { letters, receiptStateLabel } from '@minsheng/contract';
import { Button } from 'antd';
import { useAct } from '../../shell/act.ts';
import { useMe } from '../../shell/session.ts';
import { FileGrid } from '../../ui/file-grid.tsx';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { AnswerButton } from './answer-button.tsx';
import { type Receipt, staleLetters, type Whole } from './letters.queries.ts';
import { lettersText } from './text.ts';

/** 签收与反馈, unit by unit. */
export function Receipts({ letter }: { letter: Whole }) {
  return (
    <Panel title={lettersText.receipts}>
      <ul className="plain-list letter-receipts">
        {letter.receipts.map((receipt) => (
          <li key={receipt.unitCode}>
            <OneUnit letter={letter} receipt={receipt} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function OneUnit({ letter, receipt }: { letter: Whole; receipt: Receipt }) {
  const { signed, dueAt, isLate, isUnsignedLate, answers } = receipt;
  const isWaiting = receipt.state !== 'over' && receipt.state !== 'to-review';
  return (
    <>
      <p>
        <b>{receipt.unitName}</b>{' '}
        <span className="chip chip-plain">{receiptStateLabel[receipt.state]}</span>
        {isUnsignedLate && <span className="chip chip-alarm">{lettersText.unsignedLate}</span>}
        {isLate && (
          <span className="chip chip-alarm">
            {isWaiting ? lettersText.late : lettersText.wasLate}
          </span>
        )}
      </p>
      <p className="soft">
        {[
          signed ? lettersText.signedBy(signed.by, shortInstant(signed.at)) : lettersText.notSigned,
          dueAt === null ? '' : lettersText.due(shortInstant(dueAt)),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      <OwnActs letter={letter} receipt={receipt} />
      {answers.map((answer) => (
        <OneAnswer key={answer.no} answer={answer} />
      ))}
      {letter.can.judge && receipt.state === 'to-review' && (
        <Judge letterId={letter.id} unitCode={receipt.unitCode} />
      )}
    </>
  );
}

/** What the unit itself does. */
function OwnActs({ letter, receipt }: { letter: Whole; receipt: Receipt }) {
  const own = useMe().account.unit?.code;
  const sign = useAct(letters.signLetter, { done: lettersText.signed, stale: staleLetters });
  if (receipt.unitCode !== own) return null;
  return (
    <div className="inline">
      {letter.can.sign && (
        <Button
          type="primary"
          loading={sign.isPending}
          onClick={() => sign.mutate({ letterId: letter.id })}
        >
          {lettersText.sign}
        </Button>
      )}
      {letter.can.answer && <AnswerButton letterId={letter.id} />}
    </div>
  );
}

function OneAnswer({ answer }: { answer: Receipt['answers'][number] }) {
  const { no, by, at, content, files, judged } = answer;
  return (
    <div className="letter-answer">
      <p className="soft">{lettersText.answerOf(no, by, shortInstant(at))}</p>
      <p className="words">{content}</p>
      {files.length > 0 && <FileGrid files={files} />}
      {judged && (
        <p role="status">
          {judged.accepted
            ? lettersText.acceptedAt(shortInstant(judged.at))
            : lettersText.sentBackAt(shortInstant(judged.at), judged.reason)}
        </p>
      )}
    </div>
  );
}

function Judge({ letterId, unitCode }: { letterId: string; unitCode: string }) {
  const accept = useAct(letters.judgeAnswer, { done: lettersText.accepted, stale: staleLetters });
  const sendBack = useAct(letters.judgeAnswer, {
    done: lettersText.sentBack,
    stale: staleLetters,
    quiet: true,
  });
  return (
    <div className="inline">
      <Button
        type="primary"
        loading={accept.isPending}
        onClick={() => accept.mutate({ letterId, unitCode, accept: true, reason: '' })}
      >
        {lettersText.accept}
      </Button>
      <ReasonButton
        label={lettersText.sendBack}
        needed
        act={sendBack}
        input={(reason) => ({ letterId, unitCode, accept: false, reason })}
      />
    </div>
  );
}
