import { runPhaseLabel, runStateLabel } from '@minsheng/contract';
import { Progress } from 'antd';
import { shortInstant } from '../../ui/format.ts';
import type { Run } from './problems.queries.ts';
import { problemsText } from './text.ts';

/** How far a run is, or what it read. */
export function RunFacts({ run }: { run: Run }) {
  const { state, phase, done, total, areaName, matterName, withoutNames } = run;
  const filters = problemsText.filters(areaName, matterName, withoutNames);
  return (
    <div className="gap-below">
      {filters !== '' && <p>{filters}</p>}
      {state === 'failed' && <p role="alert">{problemsText.failed}</p>}
      {(state === 'waiting' || state === 'running') && (
        <p role="status">
          {runStateLabel[state]}{' '}
          {state === 'running' && problemsText.progress(runPhaseLabel[phase], done, total)}
          {total > 0 && <Progress percent={Math.round((100 * done) / total)} showInfo={false} />}
        </p>
      )}
      {state === 'done' && (
        <p className="soft">
          {problemsText.facts(run.messages, run.grouped, run.problems)}
          {problemsText.before(run.messagesBefore)}
          {run.readFrom !== null && problemsText.readFrom(shortInstant(run.readFrom))}
        </p>
      )}
    </div>
  );
}
