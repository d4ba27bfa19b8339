import { comparisonVerdictLabel, foresight } from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { shortInstant } from '../../ui/format.ts';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { Panel } from '../../ui/panel.tsx';
import {
  type Comparison,
  countedQuery,
  type Forecast,
  staleForesight,
} from './foresight.queries.ts';
import { forecastText as words } from './text.ts';

type Of = 'county' | 'control';

/** 效果: every run is kept, the latest above; its figures open to their orders. */
export function EffectPanel({ forecast: one }: { forecast: Forecast }) {
  const [of, setOf] = useState<Of | null>(null);
  const act = useAct(foresight.compareForecast, { done: words.compared, stale: staleForesight });
  return (
    <Panel
      title={words.effect}
      extra={
        one.can.compare ? (
          <Button
            type="primary"
            loading={act.isPending}
            onClick={() => act.mutate({ forecastId: one.id })}
          >
            {words.compare}
          </Button>
        ) : undefined
      }
    >
      <p className="soft">{words.compareHelp}</p>
      {one.comparisons.length === 0 && <p>{words.noComparison}</p>}
      {one.comparisons.map((run) => (
        <Run key={run.no} run={run} forecast={one} onOpen={setOf} />
      ))}
      {of !== null && <Behind key={of} forecastId={one.id} of={of} />}
    </Panel>
  );
}

interface RunProps {
  run: Comparison;
  forecast: Forecast;
  onOpen: (of: Of) => void;
}

function Run({ run, forecast, onOpen }: RunProps) {
  const actual = (of: Of, count: number) => (
    <Button type="link" aria-label={words.openOrders(words.of[of])} onClick={() => onOpen(of)}>
      {count}
    </Button>
  );
  return (
    <div className="foresight-row">
      <div>
        <span className="chip chip-plain">{comparisonVerdictLabel[run.verdict]}</span>{' '}
        <span className="soft">{words.comparisonNo(run.no, run.by, shortInstant(run.at))}</span>
      </div>
      <DataTable
        heads={words.compareHeads}
        rows={[
          {
            key: 'county',
            cells: [
              forecast.countyName,
              words.bandOf(Math.round(run.expected), run.low, run.high),
              actual('county', run.actual),
              words.ratio(run.actual, run.expected),
            ],
          },
          {
            key: 'control',
            cells: [
              `${words.of.control} ${forecast.controlName}`,
              Math.round(run.controlExpected),
              actual('control', run.controlActual),
              words.ratio(run.controlActual, run.controlExpected),
            ],
          },
        ]}
      />
      {run.asControl !== null && <div>{words.asControl(Math.round(run.asControl))}</div>}
      <div>{words.actions(run.proactive, run.reached)}</div>
      {run.isCapped && <div role="status">{words.capped}</div>}
    </div>
  );
}

function Behind({ forecastId, of }: { forecastId: string; of: Of }) {
  const list = useInfiniteQuery(countedQuery(forecastId, of));
  return (
    <>
      <h3>
        {words.behind}:{words.of[of]}
      </h3>
      <KeysetList
        query={list}
        label={words.behind}
        keyOf={({ orderId }) => orderId}
        render={({ orderId, orderNo, title, areaName, matterName, at }) => (
          <div className="foresight-row">
            <Link to="/orders/$orderId" params={{ orderId }}>
              {title}
            </Link>
            <span className="soft">
              {orderNo} · {areaName} · {matterName} · {shortInstant(at)}
            </span>
          </div>
        )}
      />
    </>
  );
}
