import { useId } from 'react';
import { bandChartText } from './text.ts';
import './band-chart.css';

export interface BandDay {
  on: string;
  /** Null while it lies ahead. */
  seen: number | null;
  low: number | null;
  high: number | null;
  /** 节假日, shown below its day. */
  name?: string | null;
}

interface BandChartProps {
  days: readonly BandDay[];
  label: string;
}

const width = 640;
const height = 180;
const left = 34;
const bottom = 26;
const top = 8;

/** 期望带与实际: the band as a ground, what came as a line, days outside it as dots. One sentence says it to who does not see it. */
export function BandChart({ days, label }: BandChartProps) {
  const titleId = useId();
  const most = Math.max(4, ...days.flatMap(({ seen, high }) => [seen ?? 0, high ?? 0]));
  const x = (no: number) => left + ((width - left - 6) * no) / Math.max(1, days.length - 1);
  const y = (value: number) => top + (height - top - bottom) * (1 - value / most);
  const outside = days.filter(isOutside).length;
  return (
    <figure className="band-chart">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={titleId}>
        <title id={titleId}>{bandChartText.said(label, days.length, outside)}</title>
        <Scale most={most} y={y} />
        <path className="band" d={bandPath(days, x, y)} />
        <path className="seen" d={linePath(days, x, y)} />
        {days.map((day, no) =>
          day.seen === null ? null : (
            <circle
              key={day.on}
              className={isOutside(day) ? 'dot is-outside' : 'dot'}
              cx={x(no)}
              cy={y(day.seen)}
              r={isOutside(day) ? 3.5 : 2}
            >
              <title>{bandChartText.day(day)}</title>
            </circle>
          ),
        )}
        <Days days={days} x={x} />
      </svg>
      <figcaption className="soft">
        <span className="key key-band">{bandChartText.band}</span>
        <span className="key key-seen">{bandChartText.seen}</span>
        <span className="key key-outside">{bandChartText.outside}</span>
      </figcaption>
    </figure>
  );
}

const isOutside = ({ seen, high }: BandDay): boolean =>
  seen !== null && high !== null && seen > high;

type Place = (value: number) => number;

function Scale({ most, y }: { most: number; y: Place }) {
  const steps = [0, 0.5, 1].map((part) => Math.round(most * part));
  return (
    <g className="scale">
      {steps.map((value) => (
        <g key={value}>
          <line x1={left} x2={width - 6} y1={y(value)} y2={y(value)} />
          <text x={left - 6} y={y(value) + 4} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
    </g>
  );
}

const labels = 6;

function Days({ days, x }: { days: readonly BandDay[]; x: Place }) {
  const every = Math.max(1, Math.ceil(days.length / labels));
  return (
    <g className="days">
      {days.map(({ on, name }, no) =>
        no % every === 0 ? (
          <text key={on} x={x(no)} y={height - 10} textAnchor={no === 0 ? 'start' : 'middle'}>
            {on.slice(5)}
            {name ? ` ${name}` : ''}
          </text>
        ) : null,
      )}
    </g>
  );
}

function bandPath(days: readonly BandDay[], x: Place, y: Place): string {
  const known = days.flatMap(({ low, high }, no) =>
    low === null || high === null ? [] : [{ no, low, high }],
  );
  const there = known.map(({ no, high }) => `${x(no)},${y(high)}`);
  const back = [...known].reverse().map(({ no, low }) => `${x(no)},${y(low)}`);
  return there.length === 0 ? '' : `M${[...there, ...back].join(' L')} Z`;
}

function linePath(days: readonly BandDay[], x: Place, y: Place): string {
  const points = days.flatMap(({ seen }, no) => (seen === null ? [] : [`${x(no)},${y(seen)}`]));
  return points.length === 0 ? '' : `M${points.join(' L')}`;
}
