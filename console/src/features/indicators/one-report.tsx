import {
  type FigureKey,
  figureWords,
  minimumSample,
  type ReplyOf,
  scorecard,
} from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useAct } from '../../shell/act.ts';
import { Ask } from '../../ui/ask.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { fullInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { reportQuery, staleScorecard } from './scorecard.queries.ts';
import { reportText as t } from './text.ts';
import { countsText, rateText, valueText } from './values.ts';

/** The figures as they were, what is different now, and the proof that it can be made again. */
export function OneReport({ reportId }: { reportId: string }) {
  const report = useQuery(reportQuery(reportId));
  const check = useAct(scorecard.checkReport, { done: null, stale: staleScorecard });
  return (
    <Ask of={report}>
      {(found) => {
        const changed = found.rows.filter(({ now }) => now !== null);
        return (
          <Panel
            title={t.name(found.month, found.scope, found.no)}
            extra={
              <Button
                className="no-print"
                loading={check.isPending}
                onClick={() => check.mutate({ reportId })}
              >
                {t.check}
              </Button>
            }
          >
            <p className="soft digest">
              {t.cutoff} {fullInstant(found.cutoffAt)} ·{' '}
              {t.version(found.cityVersion, found.definitions)}
              <br />
              {t.digest(found.digest ?? '')}
            </p>
            {check.data?.isAsked === false && <OtherDefinitions {...check.data.definitions} />}
            {found.check && <Checked {...found.check} />}
            <p>{changed.length === 0 ? t.nothingChanged : t.changed(changed.length)}</p>
            <FrozenFigures rows={found.rows} />
          </Panel>
        );
      }}
    </Ask>
  );
}

type Report = ReplyOf<typeof scorecard.readReport>;
type Row = Report['rows'][number];

/** What stands on neither side of a line, then and now, is left out. */
function FrozenFigures({ rows }: { rows: readonly Row[] }) {
  return (
    <DataTable
      heads={[t.figure, t.inReport, t.rawThen, t.now]}
      rows={rows
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
  );
}

/** The value in its own measure, and of how many. */
function thenText(
  key: FigureKey,
  { adjusted, amounts }: Pick<Row, 'adjusted' | 'amounts'>,
): string {
  const hasRate = adjusted.denominator >= minimumSample;
  const value = valueText({ key, adjusted, amounts, hasRate }) ?? rateText(adjusted);
  return `${adjusted.denominator === 0 ? rateText(adjusted) : value} (${countsText(adjusted)})`;
}

type Definitions = ReplyOf<typeof scorecard.checkReport>['definitions'];

/** Made by other definitions, the bytes cannot be the same, and nothing is wrong. */
function OtherDefinitions({ ofReport, today }: Definitions) {
  return (
    <Alert className="gap-below" type="info" showIcon title={t.otherDefinitions(ofReport, today)} />
  );
}

/** What came of it, and when it was asked for. */
function Checked({ askedAt, isSame }: NonNullable<Report['check']>) {
  const at = t.checkedAt(fullInstant(askedAt));
  if (isSame === null)
    return <Alert className="gap-below" type="info" showIcon title={`${at}${t.checking}`} />;
  return (
    <Alert
      className="gap-below"
      type={isSame ? 'success' : 'error'}
      showIcon
      title={`${at}${isSame ? t.same : t.other}`}
    />
  );
}
