import { clueLikenessLabel, clueResultLabel, clueStateLabel, clues } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAct } from '../../shell/act.ts';
import { Ask } from '../../ui/ask.tsx';
import { Facts } from '../../ui/facts.tsx';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { CheckTable } from './check-table.tsx';
import { ClueActs } from './clue-acts.tsx';
import { CluePack } from './clue-pack.tsx';
import { ClueSources } from './clue-sources.tsx';
import { type Clue, clueQuery, staleClues } from './clues.queries.ts';
import { clueText as words } from './text.ts';

/** 一条线索, as the centre sees it. */
export function ClueDetail({ clueId }: { clueId: string }) {
  const clue = useQuery(clueQuery(clueId));
  return (
    <Ask of={clue}>
      {(found) => (
        <div className="stack">
          <Head clue={found} />
          <CluePack clue={found} />
          {found.state === 'draft' && <Like clue={found} />}
          <Sendings clue={found} />
          <CheckTable checks={found.checks} />
          <ClueSources clue={found} />
        </div>
      )}
    </Ask>
  );
}

function Head({ clue }: { clue: Clue }) {
  return (
    <Panel
      title={`${clue.no} ${clue.subject}`}
      extra={<span className="chip chip-plain">{clueStateLabel[clue.state]}</span>}
    >
      <ClueActs clue={clue} />
      <Facts facts={factsOf(clue)} />
    </Panel>
  );
}

function factsOf(clue: Clue) {
  const { facts } = words;
  const { joinedTo, closing } = clue;
  return [
    { label: facts.kind, value: clue.kindName },
    {
      label: facts.subject,
      value: (
        <Link to="/clues" search={{ part: 'subjects', subject: clue.subjectId }}>
          {clue.subject}
        </Link>
      ),
    },
    { label: facts.place, value: clue.place },
    { label: facts.area, value: clue.areaName },
    { label: facts.basis, value: clue.basis },
    { label: facts.marked, value: words.marked(clue.markedBy, shortInstant(clue.markedAt)) },
    { label: facts.signed, value: clue.signedBy },
    { label: facts.result, value: clue.result && clueResultLabel[clue.result] },
    {
      label: facts.closing,
      value: closing && `${closing.words}(${words.marked(closing.by, shortInstant(closing.at))})`,
    },
    {
      label: facts.joined,
      value: joinedTo && (
        <Link to="/clues" search={{ clue: joinedTo.id }}>
          {joinedTo.no}
        </Link>
      ),
    },
  ];
}

function Like({ clue }: { clue: Clue }) {
  return (
    <Panel title={words.like}>
      <p className="soft">{clue.like.length === 0 ? words.noLike : words.likeHelp}</p>
      <ul className="plain-list">
        {clue.like.map((other) => (
          <li key={other.id}>
            <Link to="/clues" search={{ clue: other.id }}>
              {other.no}
            </Link>{' '}
            {other.subject} · {other.place}{' '}
            <span className="chip chip-plain">{clueStateLabel[other.state]}</span>{' '}
            <span className="soft">
              {other.reasons.map((reason) => clueLikenessLabel[reason]).join('、')}
            </span>{' '}
            {clue.can.change && other.state !== 'closed' && (
              <Join clueId={clue.id} into={other.id} />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Join({ clueId, into }: { clueId: string; into: string }) {
  const act = useAct(clues.joinClue, { done: words.joined, stale: staleClues, quiet: true });
  return (
    <ReasonButton
      label={words.join}
      fieldLabel={words.joinWords}
      needed
      least={4}
      act={act}
      input={(said) => ({ clueId, into, words: said })}
    />
  );
}

function Sendings({ clue: { sendings } }: { clue: Clue }) {
  return (
    <Panel title={words.sendings}>
      {sendings.length === 0 && <p className="soft">{words.noSendings}</p>}
      <ul className="plain-list">
        {sendings.map((one) => (
          <SendingLine key={one.no} sending={one} />
        ))}
      </ul>
    </Panel>
  );
}

function SendingLine({ sending }: { sending: Clue['sendings'][number] }) {
  const { recalled, accepted, receiptAt } = sending;
  return (
    <li>
      {sending.unit.name}{' '}
      {accepted !== null && (
        <span className="chip chip-plain">{accepted ? words.accepted : words.declined}</span>
      )}{' '}
      {recalled !== null && <span className="chip chip-plain">{words.recalled}</span>}{' '}
      {sending.isLate && <span className="chip chip-alarm">{words.lateReceipt}</span>}{' '}
      <span className="soft">
        {words.sentBy(sending.sentBy, shortInstant(sending.sentAt))} ·{' '}
        {receiptAt === null
          ? words.noReceipt(shortInstant(sending.receiptDueAt))
          : words.receipt(shortInstant(receiptAt))}
        {recalled !== null && ` · ${words.recalledBy(recalled.by, shortInstant(recalled.at))}`}
      </span>
      {sending.words !== null && sending.words !== '' && <p className="words">{sending.words}</p>}
      {recalled !== null && <p className="words">{recalled.words}</p>}
    </li>
  );
}
