import { useId } from 'react';
import './band-chart.css';
import './week-chart.css';

const width = 640;
const height = 190;
const left = 44;
const bottom = 26;
const top = 10;
const x = (no: number, of: number) => left + ((width - left - 14) * (no + 0.5)) / of;
const y = (share: number) => top + (height - top - bottom) * (1 - share);

/** A share of one week, and the words of its figure. */
export interface WeekPoint {
  /** 0 to 1; null where the week gives none. */
  readonly share: number | null;
  readonly words: string;
}

interface WeekChartProps {
  /** Mondays. */
  weeks: readonly string[];
  bars: { label: string; points: readonly WeekPoint[] };
  /** One or two. */
  lines: readonly { label: string; points: readonly WeekPoint[] }[];
  /** One sentence says it to who does not see it. */
  said: string;
  sayPoint: (week: string, label: string, words: string) => string;
}

const names = ['one', 'two'] as const;

/** 逐周: one figure as bars, others as lines above them. */
export function WeekChart({ weeks, bars, lines, said, sayPoint }: WeekChartProps) {
  const titleId = useId();
  const wide = Math.min(36, ((width - left) / weeks.length) * 0.5);
  const every = Math.ceil(weeks.length / 13);
  return (
    <figure className="band-chart week-chart">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={titleId}>
        <title id={titleId}>{said}</title>
        <Scale />
        {weeks.map((week, no) => {
          const { share, words } = bars.points[no] ?? { share: null, words: '' };
          const at = x(no, weeks.length);
          const high = share ?? 0;
          return (
            <g key={week} className="bars">
              <rect x={at - wide / 2} y={y(high)} width={wide} height={y(0) - y(high)}>
                <title>{sayPoint(week, bars.label, words)}</title>
              </rect>
              {no % every === 0 && (
                <text x={at} y={height - 8} textAnchor="middle">
                  {week.slice(5)}
                </text>
              )}
            </g>
          );
        })}
        {lines.map((line, which) => (
          <g key={line.label} className={`line line-${names[which]}`}>
            <Line weeks={weeks} line={line} sayPoint={sayPoint} />
          </g>
        ))}
      </svg>
      <figcaption className="soft">
        <span className="key">{bars.label}</span>
        {lines.map(({ label }, which) => (
          <span key={label} className={`key key-${names[which]}`}>
            {label}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

interface LineProps extends Pick<WeekChartProps, 'weeks' | 'sayPoint'> {
  line: WeekChartProps['lines'][number];
}

function Line({ weeks, line: { label, points }, sayPoint }: LineProps) {
  return (
    <>
      <path d={linePath(points)} />
      {points.map(({ share, words }, no) => {
        const week = weeks[no] ?? '';
        return share === null ? null : (
          <circle key={week} cx={x(no, points.length)} cy={y(share)} r={3.5}>
            <title>{sayPoint(week, label, words)}</title>
          </circle>
        );
      })}
    </>
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
function linePath(points: readonly WeekPoint[]): string {
  return points
    .flatMap(({ share }, no) => {
      if (share === null) return [];
      const begins = no === 0 || (points[no - 1]?.share ?? null) === null;
      return [`${begins ? 'M' : 'L'}${x(no, points.length)},${y(share)}`];
    })
    .join(' ');
}
