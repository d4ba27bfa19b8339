import {
  instrumentLabel,
  isWritten,
  type ReplyOf,
  supervision,
  supervisionStateLabel,
  supervisionTriggerLabel,
} from '@minsheng/contract';
import { useAct } from '../../shell/act.ts';
import { DueChip } from '../due-chip.tsx';
import { Facts } from '../facts.tsx';
import { FileGrid } from '../file-grid.tsx';
import { fullInstant } from '../format.ts';
import { ReasonButton } from '../reason-button.tsx';
import { SuperviseButton } from './supervise-button.tsx';
import { staleAfterSupervision as stale } from './supervision.queries.ts';
import { supervisionText as text } from './text.ts';
import { WordsButton } from './words-button.tsx';

export type Supervised = ReplyOf<typeof supervision.readSupervision>;
export type One = Supervised['supervisions'][number];

interface ItemProps {
  orderId: string;
  one: One;
  whole: Supervised;
}

function UnitActs({ orderId, one }: ItemProps) {
  const answer = useAct(supervision.answerSupervision, { done: text.answered, stale, quiet: true });
  if (!one.abilities.includes('answer')) return null;
  return (
    <WordsButton
      orderId={orderId}
      label={text.answer}
      fieldLabel={text.answerWords}
      primary
      act={answer}
      input={(said) => ({ orderId, no: one.no, ...said })}
    />
  );
}

function CentreActs({ orderId, one }: ItemProps) {
  const sendBack = useAct(supervision.sendBackAnswer, { done: text.sentBack, stale, quiet: true });
  const close = useAct(supervision.closeSupervision, { done: text.closed, stale, quiet: true });
  return (
    <>
      {one.abilities.includes('send-back') && (
        <ReasonButton
          label={text.sendBack}
          fieldLabel={text.sendBackWords}
          needed
          least={4}
          act={sendBack}
          input={(words) => ({ orderId, no: one.no, words })}
        />
      )}
      {one.abilities.includes('close') && (
        <WordsButton
          orderId={orderId}
          label={text.close}
          fieldLabel={text.closeWords}
          primary
          act={close}
          input={(said) => ({ orderId, no: one.no, ...said })}
        />
      )}
    </>
  );
}

function ProposalActs({ orderId, one, whole }: ItemProps) {
  const dismiss = useAct(supervision.dismissProposal, { done: text.dismissed, stale, quiet: true });
  return (
    <>
      {one.abilities.includes('take-up') && isWritten(one.level) && (
        <SuperviseButton
          orderId={orderId}
          holder={whole.holder?.name ?? one.unit.name}
          levels={whole.mayGive}
          label={text.takeUp}
          proposal={{ no: one.no, level: one.level, why: supervisionTriggerLabel[one.trigger] }}
        />
      )}
      {one.abilities.includes('dismiss') && (
        <ReasonButton
          label={text.dismiss}
          fieldLabel={text.dismissWords}
          needed
          least={4}
          act={dismiss}
          input={(words) => ({ orderId, no: one.no, words })}
        />
      )}
    </>
  );
}

function Answers({ one }: { one: One }) {
  return one.answers.map((answer) => (
    <div key={answer.at} className="gap-below">
      <p className="soft">
        {text.answerLabel(answer.by, fullInstant(answer.at))}
        {answer.isLate && <span className="chip chip-alarm">{text.late}</span>}
      </p>
      <p className="words">{answer.words}</p>
      <FileGrid files={answer.files} />
      {answer.sentBack !== null && (
        <p>
          {text.sentBackLabel}:{answer.sentBack}
        </p>
      )}
    </div>
  ));
}

function Tags({ one }: { one: One }) {
  const isOpen = one.state === 'open';
  return (
    <p className="row-tags">
      <strong>
        {one.level} {one.levelName}
      </strong>
      <span className={`chip ${isOpen ? 'chip-wait' : 'chip-plain'}`}>
        {supervisionStateLabel[one.state]}
      </span>
      {isOpen && <DueChip dueAt={one.answerDueAt} label={text.due} />}
      {!isOpen && one.isLate && <span className="chip chip-alarm">{text.late}</span>}
      {one.urges > 1 && <span className="chip chip-plain">{text.urges(one.urges)}</span>}
    </p>
  );
}

function When({ one }: { one: One }) {
  const begun =
    one.openedAt === null
      ? text.proposedAt(fullInstant(one.at))
      : text.openedBy(one.openedBy, fullInstant(one.openedAt));
  const ended =
    one.closedAt === null ? '' : text.closedBy(one.closedBy ?? '', fullInstant(one.closedAt));
  return <p className="soft">{[begun, ended].filter((part) => part !== '').join(' · ')}</p>;
}

/** One supervision: who, why, until when, what was answered, how it ended. */
export function SupervisionItem(props: ItemProps) {
  const { one } = props;
  return (
    <li className="gap-below">
      <Tags one={one} />
      <div className="gap-below">
        <Facts
          facts={[
            { label: text.unit, value: one.unit.name },
            { label: text.givenBy, value: one.givenBy },
            { label: text.trigger, value: supervisionTriggerLabel[one.trigger] },
            {
              label: text.instrument,
              value: one.instrument === null ? '' : instrumentLabel[one.instrument],
            },
            { label: text.informed, value: one.informed.join('、') },
            { label: text.letter, value: one.letter && (one.letter.letterNo ?? text.letterDraft) },
            { label: text.task, value: one.taskId === null ? '' : text.taskGiven },
            { label: text.visit, value: one.visitId === null ? '' : text.visitAsked },
            { label: text.reasonLabel, value: one.reason },
            { label: text.demandsLabel, value: one.demands },
          ]}
        />
      </div>
      <Answers one={one} />
      {one.sentBackThere !== null && (
        <p>
          {text.sentBackThere(one.letter !== null)}:{one.sentBackThere}
        </p>
      )}
      {one.evidence !== '' && <Facts facts={[{ label: text.evidence, value: one.evidence }]} />}
      <FileGrid files={one.evidenceFiles} />
      <When one={one} />
      <div className="inline">
        <UnitActs {...props} />
        <CentreActs {...props} />
        <ProposalActs {...props} />
      </div>
    </li>
  );
}
