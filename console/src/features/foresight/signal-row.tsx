import {
  foresightSignals,
  signalKindLabel,
  signalStateLabel,
  warningLevelLabel,
} from '@minsheng/contract';
import { Link } from '@tanstack/react-router';
import { useAct } from '../../shell/act.ts';
import { shortInstant } from '../../ui/format.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { type Signal, staleForesight } from './foresight.queries.ts';
import { signalsText as words } from './text.ts';

/** 一条外部信息; while it waits, whoever leads emergencies decides here. */
export function SignalRow({ row }: { row: Signal }) {
  const { level, proposal, decided } = row;
  const name = `${row.aboutName}${level === null ? '' : warningLevelLabel[level]}`;
  return (
    <div className="foresight-row">
      <div>
        <span className={`chip ${row.state === 'proposed' ? 'chip-alarm' : 'chip-plain'}`}>
          {signalStateLabel[row.state]}
        </span>{' '}
        <strong>{name}</strong> <span className="soft">{signalKindLabel[row.kind]}</span>
      </div>
      <div>
        {row.areas.map((area) => area.name).join('、')} ·{' '}
        {words.valid(shortInstant(row.fromAt), shortInstant(row.untilAt))}
      </div>
      <div className="soft">
        {row.source} · {row.enteredBy} {shortInstant(row.enteredAt)}
      </div>
      {row.words !== '' && <div>{row.words}</div>}
      {decided && (
        <div className="soft">
          {words.decided(decided.by, shortInstant(decided.at), decided.reason)}{' '}
          {decided.modeId !== null && (
            <Link to="/emergency" search={{ mode: decided.modeId, tab: 'board' }}>
              {words.mode}
            </Link>
          )}
        </div>
      )}
      {row.state === 'proposed' && proposal && (
        <div>
          {words.group(proposal.groupName)}
          {proposal.dueAt !== null && ` · ${words.due(shortInstant(proposal.dueAt))}`}
        </div>
      )}
      <Decide row={row} />
    </div>
  );
}

/** After its end a warning can only be put aside with a reason. */
function Decide({ row: { id: signalId, can } }: { row: Signal }) {
  const common = { stale: staleForesight, quiet: true } as const;
  const confirm = useAct(foresightSignals.confirmSignal, { done: words.confirmed, ...common });
  const decline = useAct(foresightSignals.declineSignal, { done: words.declined, ...common });
  return (
    <div className="foresight-acts">
      {can.confirm && (
        <ReasonButton
          label={words.confirm}
          help={words.confirmHelp}
          needed
          least={4}
          danger
          act={confirm}
          input={(reason) => ({ signalId, reason })}
        />
      )}
      {can.decline && (
        <ReasonButton
          label={words.decline}
          needed
          least={4}
          act={decline}
          input={(reason) => ({ signalId, reason })}
        />
      )}
    </div>
  );
}
