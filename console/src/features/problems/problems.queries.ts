import { type ProblemState, problems, type ReplyOf } from '@minsheng/contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';

const topics = ['problems'];

/** First word of every key here: what any act makes stale. */
export const staleProblems = ['problems'];

export const runsQuery = queryOptions({
  queryKey: ['problems', 'runs'],
  meta: { topics },
  queryFn: ({ signal }) => call(problems.listRuns, {}, { signal }),
});

export const runQuery = (runId: string, state: ProblemState | undefined) =>
  queryOptions({
    queryKey: ['problems', 'run', runId, state ?? 'all'],
    meta: { topics },
    queryFn: ({ signal }) =>
      call(problems.readRun, state === undefined ? { runId } : { runId, state }, { signal }),
  });

export const problemQuery = (problemId: string) =>
  queryOptions({
    queryKey: ['problems', 'one', problemId],
    meta: { topics },
    queryFn: ({ signal }) => call(problems.readProblem, { problemId }, { signal }),
  });

export type Runs = ReplyOf<typeof problems.listRuns>;
export type Run = Runs['rows'][number];
export type Found = ReplyOf<typeof problems.readRun>['rows'][number];
export type Whole = ReplyOf<typeof problems.readProblem>;
