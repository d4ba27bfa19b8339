import { type FigureKey, minimumSample } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Tooltip } from 'antd';
import { Ask } from '../../ui/ask.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Meter } from './meter.tsx';
import { type Satisfaction, type Scope, satisfactionQuery } from './scorecard.queries.ts';
import { satisfactionText as t } from './text.ts';
import { countsText, rateText, shareOf } from './values.ts';

interface SatisfactionPanelProps {
  scope: Scope;
  onOpen: (figure: FigureKey) => void;
}

type Ratio = Satisfaction['raw']['city'];
type Readings = Satisfaction['raw'];

const rows = [
  { row: 'wide', figure: 'K42-wide', of: ({ result }: Readings) => result.wide },
  { row: 'strict', figure: 'K42-strict', of: ({ result }: Readings) => result.strict },
  { row: 'full', figure: 'K42-all', of: ({ result }: Readings) => result.full },
  { row: 'participation', figure: 'K42-rated', of: ({ result }: Readings) => result.participation },
  { row: 'processWide', figure: 'K42-process', of: ({ process }: Readings) => process.wide },
  {
    row: 'processStrict',
    figure: 'K42-process-strict',
    of: ({ process }: Readings) => process.strict,
  },
  { row: 'processFull', figure: 'K42-process-all', of: ({ process }: Readings) => process.full },
  { row: 'solvedValid', figure: 'K41a', of: ({ solvedValid }: Readings) => solvedValid },
  { row: 'solvedFull', figure: 'K41b', of: ({ solvedFull }: Readings) => solvedFull },
  { row: 'objective', figure: 'K41-objective', of: ({ objective }: Readings) => objective },
  { row: 'claimed', figure: 'K41-claim', of: ({ claimed }: Readings) => claimed },
] as const satisfies readonly {
  row: keyof typeof t.rows;
  figure: FigureKey;
  of: (readings: Readings) => Ratio;
}[];

/** 满意率 in three readings and 参评率, always together; the city's own formula above them. */
export function SatisfactionPanel({ scope, onOpen }: SatisfactionPanelProps) {
  const satisfaction = useQuery(satisfactionQuery(scope));
  return (
    <Panel title={t.title}>
      <Ask of={satisfaction}>
        {(found) => (
          <>
            <Published found={found} />
            <p className="soft gap-below">{t.intro}</p>
            <DataTable
              heads={[t.side, t.counting, t.raw]}
              rows={rows.map(({ row, figure, of }) => {
                const [name, how] = t.rows[row];
                return {
                  key: row,
                  cells: [
                    <span key="name">
                      <Button type="link" className="link-cell" onClick={() => onOpen(figure)}>
                        {name}
                      </Button>
                      <small className="soft how">{how}</small>
                    </span>,
                    <Share key="counting" of={of(found.adjusted)} />,
                    <Share key="raw" of={of(found.raw)} />,
                  ],
                };
              })}
            />
          </>
        )}
      </Ask>
    </Panel>
  );
}

function Share({ of }: { of: Ratio }) {
  const share = shareOf(of);
  return (
    <span>
      <b>{rateText(of)}</b> <small className="soft">{countsText(of)}</small>
      {share !== null && of.denominator >= minimumSample && <Meter share={share} />}
    </span>
  );
}

/** 本市公布口径: the formula in words, and that it is assumed where the city does not say. */
function Published({ found: { formula, adjusted } }: { found: Satisfaction }) {
  return (
    <div className="published">
      <span>{t.city(formula.name)}</span>
      <b className="tile-value">{rateText(adjusted.city)}</b>
      <span className="soft">
        {countsText(adjusted.city)} ·{' '}
        {t.formula(
          t.counts[formula.counts],
          t.of[formula.of],
          formula.withExcluded ? t.withExcluded : t.withoutExcluded,
        )}
      </span>
      {formula.mark === 'assumed' && (
        <Tooltip title={`${t.assumedHelp}${t.source(formula.source)}`}>
          <span className="chip chip-wait">{t.assumed}</span>
        </Tooltip>
      )}
    </div>
  );
}
