import { useId } from 'react';
import '../../ui/band-chart.css';
import type { WeekRow } from './auto-dispatch.queries.ts';
import { autoText, type Share, shareWords } from './text.ts';

const width = 640;
const height = 190;
const left = 44;
const bottom = 26;
const top = 10;
const x = (no: number, of: number) => left + ((width - left - 14) * (no + 0.5)) / of;
const y = (share: number) => top + (height - top - bottom) * (1 - share);

const rate = ({ right, of }: Share): number | null => (of === 0 ? null : right / of);
const coverageOf = ({ sent, proposed }: WeekRow): Share => ({ right: sent, of: proposed });

const series = [
  { name: 'sure', label: autoText.sureEnded, share: (week: WeekRow) => week.sureEnded },
  { name: 'sent', label: autoText.sentEnded, share: (week: WeekRow) => week.sentEnded },
] as const;

/** 逐周: coverage as bars, what was right as lines; one sentence says it to who does not see it. */
export function WeekChart({ weeks }: { weeks: readonly WeekRow[] }) {
  const titleId = useId();
  const last = weeks.at(-1);
  if (last === undefined) return null;
  const said = [
    `${autoText.coverage} ${shareWords(coverageOf(last))}`,
    ...series.map(({ label, share }) => `${label} ${shareWords(share(last))}`),
  ].join(',');
  return (
    <figure className="band-chart week-chart">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={titleId}>
        <title id={titleId}>{autoText.chart(weeks.length, said)}</title>
        <Scale />
        <Bars weeks={weeks} />
        {series.map(({ name, label, share }) => (
          <g key={name} className={`line line-${name}`}>
            <path d={linePath(weeks.map((week) => rate(share(week))))} />
            {weeks.map((week, no) => {
              const right = rate(share(week));
              return right === null ? null : (
                <circle key={week.from} cx={x(no, weeks.length)} cy={y(right)} r={3.5}>
                  <title>{autoText.chartPoint(week.from, label, shareWords(share(week)))}</title>
                </circle>
              );
            })}
          </g>
        ))}
      </svg>
      <figcaption className="soft">
        <span className="key key-coverage">{autoText.coverage}</span>
        {series.map(({ name, label }) => (
          <span key={name} className={`key key-${name}`}>
            {label}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function Bars({ weeks }: { weeks: readonly WeekRow[] }) {
  const wide = Math.min(36, ((width - left) / weeks.length) * 0.5);
  return (
    <g className="coverage">
      {weeks.map((week, no) => {
        const covered = rate(coverageOf(week)) ?? 0;
        const at = x(no, weeks.length);
        return (
          <g key={week.from}>
            <rect x={at - wide / 2} y={y(covered)} width={wide} height={y(0) - y(covered)}>
              <title>
                {autoText.chartPoint(week.from, autoText.coverage, shareWords(coverageOf(week)))}
              </title>
            </rect>
            <text x={at} y={height - 8} textAnchor="middle">
              {week.from.slice(5)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

function Scale() {
  return (
    <g className="scale">
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line x1={left} x2={width - 6} y1={y(share)} y2={y(share)} />
          <text x={left - 6} y={y(share) + 4} textAnchor="end">
            {share * 100}%
          </text>
        </g>
      ))}
    </g>
  );
}

/** A week without an answer breaks the line. */
function linePath(rates: readonly (number | null)[]): string {
  return rates
    .flatMap((share, no) => {
      if (share === null) return [];
      const begins = no === 0 || (rates[no - 1] ?? null) === null;
      return [`${begins ? 'M' : 'L'}${x(no, rates.length)},${y(share)}`];
    })
    .join(' ');
}
