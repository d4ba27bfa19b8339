import type { publicLedger } from '@minsheng/contract/public/ledger.ts';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { deferralReasonLabel } from '@minsheng/contract/words/deferrals.ts';
import { useState } from 'react';
import { call } from '../../shell/call.ts';
import { dayWords } from '../../shell/clock.ts';
import { operations } from '../../shell/operations.ts';
import { useAsk } from '../../shell/use-ask.ts';
import { Answer } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { ledgerText } from './text.ts';
import './ledger.css';

type Line = ReplyOf<typeof publicLedger>['rows'][number];

const shownStates = ['open', 'cleared'] as const;
type Shown = (typeof shownStates)[number];

/** 公开挂账: what cannot be solved now, why, and what is planned; anybody may read it. */
export function LedgerPage() {
  const [state, setState] = useState<Shown>('open');
  return (
    <Page title={ledgerText.title} back={{ href: '#/', label: ledgerText.home }}>
      <p>{ledgerText.lead}</p>
      <div className="row">
        {shownStates.map((one) => (
          <button
            key={one}
            type="button"
            className={one === state ? 'button is-primary' : 'button'}
            aria-pressed={one === state}
            onClick={() => setState(one)}
          >
            {ledgerText[one]}
          </button>
        ))}
      </div>
      <Lines key={state} state={state} cursor={null} />
    </Page>
  );
}

interface LinesProps {
  state: Shown;
  cursor: string | null;
}

/** One page of the ledger, and behind its button the next. */
function Lines({ state, cursor }: LinesProps) {
  const [isMoreAsked, askMore] = useState(false);
  const ask = useAsk(`${state} ${cursor ?? ''}`, () =>
    call(operations.publicLedger, { state, ...(cursor !== null && { cursor }) }),
  );
  return (
    <Answer ask={ask}>
      {({ rows, next }) => (
        <>
          {rows.length === 0 && cursor === null ? <p>{ledgerText.none[state]}</p> : null}
          {rows.map((line, at) => (
            // A line has no name of its own: whatever named it would lead to its order.
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of an answer never move.
            <LedgerLine key={at} line={line} />
          ))}
          {next !== null && !isMoreAsked ? (
            <button type="button" className="button is-wide" onClick={() => askMore(true)}>
              {ledgerText.more}
            </button>
          ) : null}
          {next !== null && isMoreAsked ? <Lines state={state} cursor={next} /> : null}
        </>
      )}
    </Answer>
  );
}

function LedgerLine({ line }: { line: Line }) {
  const days = [
    [ledgerText.parked, line.parkedOn],
    [ledgerText.review, line.reviewOn],
    [ledgerText.clearedOn, line.clearedOn],
  ] as const;
  return (
    <section className="card">
      <h2>{line.matterName}</h2>
      <p className="hint">{line.areaName}</p>
      <p>{line.words}</p>
      <dl className="ledger-facts">
        <dt>{ledgerText.unit}</dt>
        <dd>{line.unitName}</dd>
        <dt>{ledgerText.reason}</dt>
        <dd>{deferralReasonLabel[line.reason]}</dd>
        {days.map(([label, day]) => (
          <Day key={label} label={label} day={day} />
        ))}
      </dl>
      <Plan milestones={line.milestones} />
    </section>
  );
}

function Day({ label, day }: { label: string; day: string | null }) {
  if (day === null) return null;
  return (
    <>
      <dt>{label}</dt>
      <dd>{dayWords(day)}</dd>
    </>
  );
}

function Plan({ milestones }: Pick<Line, 'milestones'>) {
  if (milestones.length === 0) return null;
  return (
    <>
      <h3>{ledgerText.plan}</h3>
      <ul className="ledger-plan">
        {milestones.map(({ what, dueOn, isDone }) => (
          <li key={`${dueOn}${what}`}>
            {what}（{isDone ? ledgerText.isDone : ledgerText.dueBy(dayWords(dueOn))}）
          </li>
        ))}
      </ul>
    </>
  );
}
