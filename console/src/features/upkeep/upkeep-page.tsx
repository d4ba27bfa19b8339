import { troubleEndLabel, troubleKindLabel, upkeep } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useAct } from '../../shell/act.ts';
import { Ask } from '../../ui/ask.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { fullInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { upkeepText as words } from './text.ts';
import { staleUpkeep, type Trouble, troublesQuery, type Upkeep } from './upkeep.queries.ts';

/** 系统运行: for whoever runs the program, and for the auditor to see. */
export function UpkeepPage() {
  const found = useQuery(troublesQuery);
  return (
    <>
      <div className="page-title">
        <h1>{words.title}</h1>
      </div>
      <p className="soft gap-below">{words.help}</p>
      <Ask of={found}>
        {(upkeep) => (
          <div className="stack">
            <Workers workers={upkeep.workers} />
            <Open upkeep={upkeep} />
            <Verified verification={upkeep.verification} />
            <Over over={upkeep.over} />
            {[upkeep.open, upkeep.over].some(({ length }) => length === upkeep.shownCap) && (
              <p className="list-foot">{words.capped(upkeep.shownCap)}</p>
            )}
          </div>
        )}
      </Ask>
    </>
  );
}

function Workers({ workers }: Pick<Upkeep, 'workers'>) {
  return (
    <Panel title={words.workers}>
      {workers === 0 ? (
        <Alert type="error" showIcon title={words.noWorker} role="alert" />
      ) : (
        <p>{workers === null ? words.virtual : words.running(workers)}</p>
      )}
    </Panel>
  );
}

const nameOf = ({ kind, about }: Trouble) => words.what(troubleKindLabel[kind], about);

function Open({ upkeep: { open, can } }: { upkeep: Upkeep }) {
  if (open.length === 0)
    return (
      <Panel title={words.open}>
        <p className="soft">{words.none}</p>
      </Panel>
    );
  return open.map((trouble) => (
    <Panel key={trouble.id} title={nameOf(trouble)}>
      <p>{words.since(fullInstant(trouble.sinceAt), fullInstant(trouble.seenAt), trouble.times)}</p>
      <p className="soft gap-below">{words.advice(trouble.kind)}</p>
      {can.settle && <Settle trouble={trouble} />}
    </Panel>
  ));
}

function Settle({ trouble: { id, kind } }: { trouble: Trouble }) {
  const act = useAct(upkeep.settleTrouble, {
    done: words.settled,
    stale: staleUpkeep,
    quiet: true,
  });
  const shared = { act, needed: true, least: 4, fieldLabel: words.words } as const;
  const inputAs = (how: 'again' | 'gave-up' | 'looked-into') => (said: string) => ({
    troubleId: id,
    how,
    words: said,
  });
  if (kind === 'chain')
    return <ReasonButton {...shared} label={words.lookedInto} input={inputAs('looked-into')} />;
  if (kind !== 'job') return null;
  return (
    <div className="inline">
      <ReasonButton {...shared} label={words.again} input={inputAs('again')} />
      <ReasonButton
        {...shared}
        danger
        label={words.gaveUp}
        help={words.gaveUpHelp}
        input={inputAs('gave-up')}
      />
    </div>
  );
}

function Verified({ verification }: Pick<Upkeep, 'verification'>) {
  return (
    <Panel title={words.verification}>
      {verification === null ? (
        <p className="soft">{words.never}</p>
      ) : (
        <p>
          {words.verified(
            fullInstant(verification.at),
            verification.chains,
            verification.events,
            verification.anchors,
          )}
          {verification.broken === 0 ? words.whole : words.broken(verification.broken)}
        </p>
      )}
    </Panel>
  );
}

function Over({ over }: Pick<Upkeep, 'over'>) {
  return (
    <Panel title={words.over}>
      {over.length === 0 ? (
        <p className="soft">{words.overNone}</p>
      ) : (
        <DataTable
          heads={words.overHeads}
          rows={over.map((trouble) => ({
            key: trouble.id,
            cells: [
              nameOf(trouble),
              words.lasted(fullInstant(trouble.sinceAt), fullInstant(trouble.overAt ?? '')),
              words.ended(
                trouble.ended === null ? '' : troubleEndLabel[trouble.ended],
                trouble.endedBy,
                trouble.words,
              ),
            ],
          }))}
        />
      )}
    </Panel>
  );
}
