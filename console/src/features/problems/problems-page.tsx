import {
  type ProblemState,
  problemFiles,
  problemStateLabel,
  problemStates,
} from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Segmented, Select } from 'antd';
import { Ask } from '../../ui/ask.tsx';
import { downloadSheet } from '../../ui/download.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PurposeButton } from '../../ui/purpose-button.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import { AskRun } from './ask-run.tsx';
import { ProblemDetail } from './problem-detail.tsx';
import { ProblemLine } from './problem-line.tsx';
import './problems.css';
import { type Run, type Runs, runQuery, runsQuery } from './problems.queries.ts';
import { RunFacts } from './run-facts.tsx';
import type { ProblemsSearch } from './search.ts';
import { problemsText } from './text.ts';

const route = getRouteApi('/problems');

function HowRanked() {
  return (
    <Panel title={problemsText.howRanked}>
      <p>{problemsText.formula}</p>
      <p>{problemsText.formulaGrowth}</p>
      <p>{problemsText.formulaHarm}</p>
    </Panel>
  );
}

interface RunPartProps {
  run: Run;
  search: ProblemsSearch;
  onSearch: (next: ProblemsSearch) => void;
}

function ProblemList({ run, search, onSearch }: RunPartProps) {
  const found = useQuery(runQuery(run.id, search.state));
  return (
    <Ask of={found}>
      {({ rows, shownCap }) => {
        if (rows.length === 0) {
          const isAll = search.state === undefined;
          return <EmptyState words={isAll ? problemsText.none : problemsText.noneOfState} />;
        }
        return (
          <>
            <ul className="rows" aria-label={problemsText.listLabel}>
              {rows.map((row) => (
                <li key={row.id}>
                  <ProblemLine
                    row={row}
                    isOpen={row.id === search.problem}
                    onOpen={() => onSearch({ ...search, run: run.id, problem: row.id })}
                  />
                </li>
              ))}
            </ul>
            {rows.length === shownCap && <p className="soft">{problemsText.cap(shownCap)}</p>}
          </>
        );
      }}
    </Ask>
  );
}

function OneRun({ run, search, onSearch }: RunPartProps) {
  if (run.state !== 'done') return <RunFacts run={run} />;
  return (
    <>
      <RunFacts run={run} />
      <Segmented<ProblemState | 'all'>
        className="gap-below"
        aria-label={problemsText.state}
        value={search.state ?? 'all'}
        options={[
          { value: 'all', label: problemsText.all },
          ...problemStates.map((value) => ({ value, label: problemStateLabel[value] })),
        ]}
        onChange={(next) => onSearch({ run: run.id, state: next === 'all' ? undefined : next })}
      />
      <SplitPage
        onBack={() => onSearch({ run: run.id, state: search.state })}
        list={<ProblemList run={run} search={search} onSearch={onSearch} />}
        meanwhile={<HowRanked />}
        detail={
          search.problem === undefined ? null : (
            <ProblemDetail key={search.problem} problemId={search.problem} />
          )
        }
      />
    </>
  );
}

interface RunChoiceProps {
  runs: Runs;
  chosen: Run;
  onChoose: (runId: string) => void;
}

function RunChoice({ runs, chosen, onChoose }: RunChoiceProps) {
  return (
    <Select
      className="problem-run"
      aria-label={problemsText.run}
      value={chosen.id}
      options={runs.rows.map(({ id, from, to, askedBy }) => ({
        value: id,
        label: problemsText.runLabel(from, to, askedBy ?? problemsText.byItself),
      }))}
      onChange={onChoose}
    />
  );
}

function ExportRun({ run }: { run: Run }) {
  const path = `/api/problems/runs/${run.id}/export`;
  return problemFiles.map((as) => (
    <PurposeButton
      key={as}
      label={problemsText.export[as]}
      help={problemsText.exportHelp}
      download={(purpose) => downloadSheet(path, { purpose, as }, `${problemsText.title}.${as}`)}
    />
  ));
}

/** 问题归集: what the appeals of a period tell of together; a person looks and decides. */
export function ProblemsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const runs = useQuery(runsQuery);
  const show = (next: ProblemsSearch) => navigate({ search: next });
  return (
    <>
      <div className="page-title">
        <h1>{problemsText.title}</h1>
      </div>
      <Ask of={runs}>
        {(found) => {
          const run = found.rows.find(({ id }) => id === search.run) ?? found.rows[0];
          return (
            <>
              <div className="inline gap-below">
                <AskRun runs={found} onAsked={(id) => show({ run: id })} />
                {run !== undefined && (
                  <RunChoice runs={found} chosen={run} onChoose={(id) => show({ run: id })} />
                )}
                {run?.state === 'done' && found.can.export && <ExportRun run={run} />}
              </div>
              {run === undefined ? (
                <EmptyState words={problemsText.noRuns} />
              ) : (
                <OneRun run={run} search={search} onSearch={show} />
              )}
            </>
          );
        }}
      </Ask>
    </>
  );
}
