import {
  type FigureKey,
  figureWords,
  minimumSample,
  type ReplyOf,
  reportStateLabel,
  scorecard,
} from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Popconfirm } from 'antd';
import { useAct } from '../../shell/act.ts';
import { send } from '../../shell/call.ts';
import { useMay } from '../../shell/session.ts';
import { Ask } from '../../ui/ask.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { keepFile } from '../../ui/download.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { fullInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { reportQuery, reportsQuery, type Scope, staleScorecard } from './scorecard.queries.ts';
import { reportText as t } from './text.ts';
import { countsText, rateText, valueText } from './values.ts';

interface ReportsTabProps {
  scope: Scope;
  opened: string | undefined;
  onOpen: (reportId: string) => void;
}

/** 固定报告: frozen, never changed; the list, one of them opened. */
export function ReportsTab({ scope, opened, onOpen }: ReportsTabProps) {
  const reports = useQuery(reportsQuery);
  return (
    <div className="stack">
      <Panel title={t.title} extra={<FreezeButton scope={scope} onDone={onOpen} />}>
        <p className="soft">{t.intro}</p>
        <Ask of={reports}>
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyState words={t.none} />
            ) : (
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
            )
          }
        </Ask>
      </Panel>
      {reports.data?.rows.some(({ id, state }) => id === opened && state === 'frozen') &&
        opened !== undefined && <OneReport key={opened} reportId={opened} />}
    </div>
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

/** The figures as they were, what is different now, and the proof that it can be made again. */
function OneReport({ reportId }: { reportId: string }) {
  const report = useQuery(reportQuery(reportId));
  const check = useAct(scorecard.checkReport, { done: t.checked, stale: [], quiet: true });
  return (
    <Ask of={report}>
      {(found) => {
        const changed = found.rows.filter(({ now }) => now !== null);
        return (
          <Panel
            title={t.name(found.month, found.scope, found.no)}
            extra={
              <Button loading={check.isPending} onClick={() => check.mutate({ reportId })}>
                {t.check}
              </Button>
            }
          >
            <p className="soft digest">{t.digest(found.digest ?? '')}</p>
            {check.data && <Checked {...check.data} />}
            <p>{changed.length === 0 ? t.nothingChanged : t.changed(changed.length)}</p>
            <DataTable
              heads={[t.figure, t.inReport, t.rawThen, t.now]}
              rows={found.rows
                .filter(({ raw, now }) => raw.denominator > 0 || now !== null)
                .map(({ key, adjusted, raw, amounts, now }) => ({
                  key,
                  cells: [
                    figureWords(key).name,
                    thenText(key, { adjusted, amounts }),
                    countsText(raw),
                    now && (
                      <b key="now" className="is-warning">
                        {thenText(key, now)}
                      </b>
                    ),
                  ],
                }))}
            />
          </Panel>
        );
      }}
    </Ask>
  );
}

type Then = Pick<ReplyOf<typeof scorecard.readReport>['rows'][number], 'adjusted' | 'amounts'>;

/** The value in its own measure, and of how many. */
function thenText(key: FigureKey, { adjusted, amounts }: Then): string {
  const hasRate = adjusted.denominator >= minimumSample;
  const value = valueText({ key, adjusted, amounts, hasRate }) ?? rateText(adjusted);
  return `${adjusted.denominator === 0 ? rateText(adjusted) : value} (${countsText(adjusted)})`;
}

/** Made by other definitions, the bytes cannot be the same, and nothing is wrong. */
function Checked({ isSame, digest, definitions }: ReplyOf<typeof scorecard.checkReport>) {
  if (digest === null)
    return (
      <Alert
        className="gap-below"
        type="info"
        showIcon
        title={t.otherDefinitions(definitions.ofReport, definitions.today)}
      />
    );
  return (
    <Alert
      className="gap-below"
      type={isSame ? 'success' : 'error'}
      showIcon
      title={isSame ? t.same : t.other}
    />
  );
}
