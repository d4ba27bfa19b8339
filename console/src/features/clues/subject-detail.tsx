import {
  clueRecords,
  clueResultLabel,
  clueStateLabel,
  contestedHowLabel,
  contestedHows,
} from '@minsheng/contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Form, Input, Radio, Select } from 'antd';
import { useAct } from '../../shell/act.ts';
import { Ask } from '../../ui/ask.tsx';
import { FormButton } from '../../ui/form-button.tsx';
import { shortInstant } from '../../ui/format.ts';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { Panel } from '../../ui/panel.tsx';
import {
  type Subject,
  type SubjectClue,
  staleClues,
  subjectCluesQuery,
  subjectQuery,
} from './clues.queries.ts';
import { cluesText, subjectsText as words } from './text.ts';

const quietly = (done: string) => ({ done, stale: staleClues, quiet: true });
const needed = [{ required: true, message: cluesText.needed }];
const neededWords = [{ required: true, whitespace: true, min: 4, message: cluesText.neededWords }];

/** 一个对象: its clues, which of them count, what it contested. */
export function SubjectDetail({ subjectId }: { subjectId: string }) {
  const subject = useQuery(subjectQuery(subjectId));
  return (
    <Ask of={subject}>
      {(found) => (
        <div className="stack">
          <Panel
            title={found.name}
            extra={<span className="chip chip-plain">{words.verified(found.verified)}</span>}
          >
            <p>
              {found.areaName} · {words.open(found.open)} · {words.notTrue(found.notTrue)}
            </p>
            <p>
              <Link to="/subjects" search={{ name: found.name }}>
                {words.whole}
              </Link>
            </p>
            <Clues subjectId={found.id} />
          </Panel>
          <Contests subject={found} />
        </div>
      )}
    </Ask>
  );
}

function Clues({ subjectId }: { subjectId: string }) {
  return (
    <KeysetList
      query={useInfiniteQuery(subjectCluesQuery(subjectId))}
      label={words.clues}
      keyOf={({ id }) => id}
      unit={words.clueUnit}
      render={(clue) => <ClueLine subjectId={subjectId} clue={clue} />}
    />
  );
}

function ClueLine({ subjectId, clue }: { subjectId: string; clue: SubjectClue }) {
  const state = clue.result === null ? clueStateLabel[clue.state] : clueResultLabel[clue.result];
  return (
    <p className="inline">
      <Link to="/clues" search={{ tab: 'all', clue: clue.id }}>
        {clue.no}
      </Link>
      <span>
        {clue.kindName} · {clue.markedOn}
      </span>
      <span className="chip chip-plain">{state}</span>
      <span className="soft">{clue.counts ? words.counts : words.countsNot}</span>
      {clue.canContest && <Contest subjectId={subjectId} clueId={clue.id} />}
    </p>
  );
}

interface Contested {
  how: (typeof contestedHows)[number];
  said: string;
}

function Contest({ subjectId, clueId }: { subjectId: string; clueId: string }) {
  const act = useAct(clueRecords.contestRecord, quietly(words.contestDone));
  return (
    <FormButton
      label={words.contest}
      act={act}
      input={({ how, said }: Contested) => ({ subjectId, clueId, how, words: said })}
    >
      <Form.Item name="how" label={words.contestHow} rules={needed}>
        <Select
          options={contestedHows.map((value) => ({ value, label: contestedHowLabel[value] }))}
        />
      </Form.Item>
      <Form.Item name="said" label={words.contestWords} rules={neededWords}>
        <Input.TextArea rows={4} maxLength={500} />
      </Form.Item>
    </FormButton>
  );
}

function Contests({ subject: { contestRows } }: { subject: Subject }) {
  return (
    <Panel title={words.contestTitle}>
      {contestRows.length === 0 && <p className="soft">{words.noContests}</p>}
      {contestRows.map((row) => (
        <section key={row.id}>
          <h3>
            {row.clueNo} · {contestedHowLabel[row.how]}{' '}
            <span className="chip chip-plain">
              {row.upheld === null ? words.waiting : row.upheld ? words.upheld : words.rejected}
            </span>
          </h3>
          <p className="words">{row.words}</p>
          {row.decision !== null && (
            <p>
              {row.decision}({row.decidedBy})
            </p>
          )}
          <p className="soft">{words.by(row.askedBy, shortInstant(row.askedAt))}</p>
          {row.canDecide && <Decide contestId={row.id} />}
        </section>
      ))}
    </Panel>
  );
}

function Decide({ contestId }: { contestId: string }) {
  const act = useAct(clueRecords.decideContest, quietly(words.decided));
  return (
    <FormButton
      label={words.decide}
      kind="primary"
      act={act}
      input={({ upheld, said }: { upheld: boolean; said: string }) => ({
        contestId,
        upheld,
        words: said,
      })}
    >
      <Form.Item name="upheld" label={words.decideUpheld} rules={needed}>
        <Radio.Group
          options={[
            { value: true, label: words.upheld },
            { value: false, label: words.rejected },
          ]}
        />
      </Form.Item>
      <Form.Item name="said" label={words.decideWords} rules={neededWords}>
        <Input.TextArea rows={4} maxLength={500} />
      </Form.Item>
    </FormButton>
  );
}
