import { type ReplyOf, reportStateLabel, scorecard } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useAct } from '../../shell/act.ts';
import { send } from '../../shell/call.ts';
import { useMay } from '../../shell/session.ts';
import { Ask } from '../../ui/ask.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { keepFile } from '../../ui/download.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { fullInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { OneReport } from './one-report.tsx';
import { reportsQuery, type Scope, staleScorecard } from './scorecard.queries.ts';
import { reportText as t } from './text.ts';

interface ReportsTabProps {
  scope: Scope;
  opened: string | undefined;
  onOpen: (reportId: string) => void;
}

/** 固定报告: frozen, never changed; the list, one of them opened. */
export function ReportsTab({ scope, opened, onOpen }: ReportsTabProps) {
  const reports = useQuery(reportsQuery);
  const shown = reports.data?.rows.find(({ id, state }) => id === opened && state === 'frozen');
  return (
    <div className="stack">
      {/* On paper an opened report stands alone. */}
      <Panel
        className={shown ? 'no-print' : ''}
        title={t.title}
        extra={<FreezeButton scope={scope} onDone={onOpen} />}
      >
        <p className="soft">{t.intro}</p>
        <Ask of={reports}>
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyState words={t.none} />
            ) : (
              <ReportList rows={rows} onOpen={onOpen} />
            )
          }
        </Ask>
      </Panel>
      {shown && <OneReport key={shown.id} reportId={shown.id} />}
    </div>
  );
}

type Brief = ReplyOf<typeof scorecard.listReports>['rows'][number];

function ReportList({
  rows,
  onOpen,
}: {
  rows: readonly Brief[];
  onOpen: (reportId: string) => void;
}) {
  return (
    <DataTable
      heads={[t.which, t.cutoff, t.by, t.versions, t.state, t.take]}
      rows={rows.map((one) => ({
        key: one.id,
        cells: [
          <Button
            key="open"
            type="link"
            className="link-cell"
            disabled={one.state === 'making'}
            onClick={() => onOpen(one.id)}
          >
            {t.name(one.month, one.scope, one.no)}
          </Button>,
          fullInstant(one.cutoffAt),
          one.by,
          t.version(one.cityVersion, one.definitions),
          reportStateLabel[one.state],
          <TakeButton key="take" id={one.id} isMade={one.state === 'frozen'} />,
        ],
      }))}
    />
  );
}

function FreezeButton({ scope, onDone }: { scope: Scope; onDone: (id: string) => void }) {
  const may = useMay();
  const act = useAct(scorecard.freezeReport, {
    done: t.frozen,
    stale: staleScorecard,
    onDone: ({ id }) => onDone(id),
  });
  if (!may('indicators.govern')) return null;
  return (
    <Popconfirm
      title={t.sure(scope.month)}
      description={t.sureHelp}
      okText={t.freeze}
      onConfirm={() =>
        act.mutate({ month: scope.month, ...(scope.unit ? { unit: scope.unit } : {}) })
      }
    >
      <Button type="primary" loading={act.isPending}>
        {t.freeze}
      </Button>
    </Popconfirm>
  );
}

function TakeButton({ id, isMade }: { id: string; isMade: boolean }) {
  const take = async () =>
    keepFile(await send(`/api/scorecard/reports/${id}/file`, {}), `${t.title}.csv`);
  return (
    <Button size="small" disabled={!isMade} onClick={take}>
      {t.download}
    </Button>
  );
}
