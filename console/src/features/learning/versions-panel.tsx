import {
  learning,
  trainingPhaseLabel,
  trainingStateLabel,
  verdictLabel,
  versionStateLabel,
} from '@minsheng/contract';
import { Button } from 'antd';
import { useAct } from '../../shell/act.ts';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import type { Model, Models, Version } from './models.queries.ts';
import { modelsText } from './text.ts';

const stale = ['models'];
const mostWaiting = 1_000;

function Retrain({ model }: { model: Model }) {
  const act = useAct(learning.retrainModel, { done: modelsText.retrainAsked, stale });
  const { training, kind, can } = model;
  return (
    <span className="inline">
      {training !== null && (
        <span className="soft" role="status">
          {trainingStateLabel[training.state]}
          {training.state === 'running' &&
            ` ${modelsText.progress(trainingPhaseLabel[training.phase], training.done, training.total)}`}
        </span>
      )}
      {can.retrain && (
        <Button loading={act.isPending} onClick={() => act.mutate({ kind })}>
          {modelsText.retrain}
        </Button>
      )}
    </span>
  );
}

function Comparison({ version }: { version: Version }) {
  const { compared } = version;
  if (compared === null) return null;
  const { own, other, decisions } = compared;
  return (
    <p className="soft">
      {modelsText.compared(
        decisions,
        modelsText.rate(own.first, decisions),
        modelsText.rate(other.first, decisions),
        own.ece.toFixed(3),
        other.ece.toFixed(3),
      )}
    </p>
  );
}

function PutInUse({ version, isBack }: { version: Version; isBack: boolean }) {
  const act = useAct(learning.putModelInUse, {
    done: modelsText.putInUseDone,
    stale,
    quiet: true,
  });
  return (
    <ReasonButton
      label={isBack ? modelsText.goBack : modelsText.putInUse}
      fieldLabel={modelsText.reason}
      help={isBack ? modelsText.goBackHelp : modelsText.putInUseHelp}
      act={act}
      input={(reason) => ({ versionId: version.id, reason })}
      needed
    />
  );
}

function VersionLine({ version, inUse }: { version: Version; inUse: number }) {
  const { number, state, verdict, madeAt, samples, seconds, sizeBytes, askedBy, settled } = version;
  return (
    <li>
      <p>
        <b>{modelsText.number(number)}</b>{' '}
        <span className="chip chip-plain">{versionStateLabel[state]}</span>{' '}
        <span className="soft">{verdictLabel[verdict]}</span>
      </p>
      <p className="soft">
        {modelsText.made(
          shortInstant(madeAt),
          samples,
          seconds,
          (sizeBytes / 1_000_000).toFixed(1),
        )}
        {askedBy !== null && ` ${modelsText.askedBy(askedBy)}`}
      </p>
      <Comparison version={version} />
      {settled !== null && (
        <p className="soft">
          {modelsText.settled(settled.by, shortInstant(settled.at), settled.reason)}
        </p>
      )}
      {version.can.putInUse && <PutInUse version={version} isBack={number < inUse} />}
    </li>
  );
}

/** 版本: which is in use, those before it, and what a person may do. */
export function VersionsPanel({ model, found }: { model: Model; found: Models }) {
  const inUse = model.versions.find(({ state }) => state === 'in-use')?.number ?? 0;
  return (
    <Panel title={modelsText.versions} extra={<Retrain model={model} />}>
      {model.versions.length === 0 && <p>{modelsText.none(found.fewestForVersion)}</p>}
      <p className="soft">{modelsText.waiting(model.waiting, mostWaiting)}</p>
      <ul className="plain-list">
        {model.versions.map((version) => (
          <VersionLine key={version.id} version={version} inUse={inUse} />
        ))}
      </ul>
      <p className="soft formula">{modelsText.rule(found.mostDecisions, found.fewestToCompare)}</p>
    </Panel>
  );
}
