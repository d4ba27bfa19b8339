import { problemDismissalLabel, problemStateLabel, problems } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Tag } from 'antd';
import { useAct } from '../../shell/act.ts';
import { Ask } from '../../ui/ask.tsx';
import { shortInstant } from '../../ui/format.ts';
import { OrderLine } from '../../ui/order-row.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Bars } from './bars.tsx';
import { problemQuery, staleProblems, type Whole } from './problems.queries.ts';
import { SettleProblem } from './settle-problem.tsx';
import { problemsText } from './text.ts';

function Head({ problem }: { problem: Whole }) {
  const { name, state, people, messages, settled } = problem;
  return (
    <Panel title={name} extra={<span className="chip chip-plain">{problemStateLabel[state]}</span>}>
      <p role="status">
        <strong>{problemsText.counts(people, messages)}</strong>
      </p>
      {settled !== null && (
        <p>
          {problemsText.settled(settled.by, shortInstant(settled.at))}
          {settled.dismissedAs !== null && ` ${problemDismissalLabel[settled.dismissedAs]}`}
          {settled.note !== '' && ` ${problemsText.noteWords(settled.note)}`}
        </p>
      )}
      <SettleProblem problem={problem} />
    </Panel>
  );
}

function Terms({ label, terms }: { label: string; terms: Whole['names'] }) {
  if (terms.length === 0) return null;
  return (
    <p>
      <span className="soft">{label}</span>{' '}
      {terms.map(({ term, share }) => (
        <Tag key={term}>{problemsText.sharedBy(term, share)}</Tag>
      ))}
    </p>
  );
}

function Why({ problem }: { problem: Whole }) {
  const { names, words, matter, area, example } = problem;
  const mostly = [
    { label: problemsText.matterMostly, of: matter },
    { label: problemsText.areaMostly, of: area },
  ];
  return (
    <Panel title={problemsText.why}>
      <Terms label={problemsText.names} terms={names} />
      <Terms label={problemsText.words} terms={words} />
      {names.length + words.length === 0 && <p>{problemsText.noShared}</p>}
      {mostly.map(({ label, of }) =>
        of === null ? null : (
          <p key={label}>
            <span className="soft">{label}</span> {problemsText.mostly(of.name, of.share)}
          </p>
        ),
      )}
      {example !== null && (
        <p>
          <span className="soft">{problemsText.example}</span> {example}
        </p>
      )}
    </Panel>
  );
}

function Numbers({ problem }: { problem: Whole }) {
  const { people, messages, peopleBefore, urgent, again, dissatisfied, rated, vulnerable } =
    problem;
  const facts: readonly (readonly [string, string])[] = [
    [problemsText.people, String(people)],
    [problemsText.messages, String(messages)],
    [problemsText.peopleBeforeLabel, String(peopleBefore ?? problemsText.unknown)],
    [problemsText.growth, problemsText.factor(problem.growthFactor)],
    [problemsText.urgentLabel, String(urgent)],
    [problemsText.again, String(again)],
    [problemsText.dissatisfied, problemsText.ofRated(dissatisfied, rated)],
    [problemsText.vulnerable, String(vulnerable)],
    [problemsText.harm, problemsText.factor(problem.harmFactor)],
    [problemsText.weight, problemsText.factor(problem.weight)],
  ];
  return (
    <Panel title={problemsText.numbers}>
      <dl className="problem-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{problemsText.over}</dt>
          <dd>
            <Bars bars={problem.bars} />
          </dd>
        </div>
      </dl>
    </Panel>
  );
}

function Orders({ problem }: { problem: Whole }) {
  const navigate = useNavigate();
  const { id: problemId, orders, hidden, shownCap, can } = problem;
  const act = useAct(problems.takeOut, { done: null, stale: staleProblems });
  return (
    <Panel title={problemsText.orders}>
      {hidden > 0 && <p>{problemsText.hidden(hidden)}</p>}
      {orders.map(({ order, isOut }) => (
        <OrderLine
          key={order.id}
          row={order}
          isOpen={false}
          showsStatus
          hint={isOut ? problemsText.out : null}
          onOpen={() => navigate({ to: '/orders/$orderId', params: { orderId: order.id } })}
          after={
            can.settle && (
              <Button
                className="row-button"
                loading={act.isPending && act.variables.orderId === order.id}
                onClick={() => act.mutate({ problemId, orderId: order.id, isOut: !isOut })}
              >
                {isOut ? problemsText.putBack : problemsText.takeOut}
              </Button>
            )
          }
        />
      ))}
      {orders.length >= shownCap && <p className="soft">{problemsText.ordersCap(shownCap)}</p>}
    </Panel>
  );
}

/** One found problem: its numbers, why its appeals belong together, and what a person decides. */
export function ProblemDetail({ problemId }: { problemId: string }) {
  const problem = useQuery(problemQuery(problemId));
  return (
    <Ask of={problem}>
      {(found) => (
        <div className="stack">
          <Head problem={found} />
          <Why problem={found} />
          <Numbers problem={found} />
          <Orders problem={found} />
        </div>
      )}
    </Ask>
  );
}
