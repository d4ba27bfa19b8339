import type { deskAssignments } from '@minsheng/contract/desk.ts';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { assignmentRoleLabel, assignmentStateLabel } from '@minsheng/contract/words/assignment.ts';
import { useCallback, useState } from 'react';
import { sentenceOf } from '../../shell/failure.ts';
import { operations } from '../../shell/operations.ts';
import { useAsk } from '../../shell/use-ask.ts';
import { usePolling } from '../../shell/use-polling.ts';
import { Answer, Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { PasswordScreen } from './password-screen.tsx';
import { type FrontLine, useFrontLine } from './session.ts';
import { frontLineText } from './text.ts';
import { TimeLeftWords } from './time-left-words.tsx';
import { UrgencyTag } from './urgency-tag.tsx';
import { placeWords } from './word-for.ts';

type DutyRow = ReplyOf<typeof deskAssignments>['rows'][number];
type UnitDesk = 'unit-sent' | 'unit-working';

const everyMs = 20_000;

/** The duties of this person's unit: what waits to be taken, what is under way. */
export function DutyList() {
  const frontLine = useFrontLine();
  const [password, setPassword] = useState<'kept' | 'changing' | 'changed'>('kept');
  const counts = useAsk('counters', () => frontLine.call(operations.counters, {}));
  const countOf = (desk: UnitDesk) =>
    counts.asked.state === 'answered'
      ? (counts.asked.value.rows.find((row) => row.desk === desk)?.count ?? null)
      : null;
  usePolling(counts.again, everyMs);

  const leave = () =>
    frontLine.call(operations.signOut, {}).then(
      () => frontLine.leave(null),
      // Only the server can take its cookie back.
      (failure) => frontLine.leave(sentenceOf(failure)),
    );
  if (password === 'changing')
    return (
      <PasswordScreen
        login={frontLine.session.login ?? ''}
        isDue={false}
        onDone={() => setPassword('changed')}
        onCancel={() => setPassword('kept')}
      />
    );
  return (
    <Page
      title={frontLineText.list}
      aside={
        <button type="button" className="head-button" onClick={() => void leave()}>
          {frontLineText.signOut}
        </button>
      }
    >
      {password === 'changed' ? (
        <Notice kind="good">{frontLineText.password.changed}</Notice>
      ) : null}
      <a className="button is-wide" href="#/visits">
        {frontLineText.visits}
      </a>
      <DutyGroup desk="unit-sent" title={frontLineText.groups.sent} count={countOf('unit-sent')} />
      <DutyGroup
        desk="unit-working"
        title={frontLineText.groups.working}
        count={countOf('unit-working')}
      />
      <button
        type="button"
        className="button is-plain is-wide"
        onClick={() => setPassword('changing')}
      >
        {frontLineText.password.change}
      </button>
    </Page>
  );
}

interface GroupProps {
  desk: UnitDesk;
  title: string;
  count: number | null;
}

function DutyGroup({ desk, title, count }: GroupProps) {
  const frontLine = useFrontLine();
  const [pages, setPages] = useState(1);
  const ask = useAsk(`${desk} ${pages}`, () => readPages(frontLine, desk, pages));
  usePolling(ask.again, everyMs);
  const more = useCallback(() => setPages((now) => now + 1), []);
  return (
    <section>
      <h2 className="group-head">
        {title}
        {count === null ? null : <span className="tag">{frontLineText.count(count)}</span>}
      </h2>
      <Answer ask={ask}>
        {({ rows, hasMore }) => (
          <>
            {rows.length === 0 ? <p className="hint">{frontLineText.none}</p> : null}
            <ul className="rows">
              {rows.map((row) => (
                <DutyLine key={row.assignmentId} row={row} />
              ))}
            </ul>
            {hasMore ? (
              <button type="button" className="button is-wide" onClick={more}>
                {frontLineText.more}
              </button>
            ) : null}
          </>
        )}
      </Answer>
    </section>
  );
}

async function readPages(frontLine: FrontLine, desk: UnitDesk, pages: number) {
  const rows: DutyRow[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < pages; page += 1) {
    const reply: ReplyOf<typeof deskAssignments> = await frontLine.call(
      operations.deskAssignments,
      {
        desk,
        ...(cursor ? { cursor } : {}),
      },
    );
    rows.push(...reply.rows);
    cursor = reply.next;
    if (!cursor) break;
  }
  return { rows, hasMore: cursor !== null };
}

function DutyLine({ row }: { row: DutyRow }) {
  const isWaiting = row.state === 'sent';
  const dueAt = isWaiting ? row.signDueAt : row.dueAt;
  return (
    <li className="card duty-line">
      <a href={`#/duty/${row.orderId}/${row.assignmentId}`}>
        <span>
          <UrgencyTag urgency={row.urgency} />
          <span className="tag">{assignmentRoleLabel[row.role]}</span>
          <span className="tag">{assignmentStateLabel[row.state]}</span>
        </span>
        <b className="duty-title">{row.title}</b>
        <span className="hint">{placeWords(row.areaName, row.address)}</span>
        {dueAt ? (
          <TimeLeftWords
            label={isWaiting ? frontLineText.due.sign : frontLineText.due.finish}
            dueAt={dueAt}
          />
        ) : null}
      </a>
    </li>
  );
}
