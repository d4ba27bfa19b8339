import { problemsText } from './text.ts';

const [width, height, gap] = [6, 28, 2];

/** 时间分布, small: a bar for each twelfth of the period. */
export function Bars({ bars }: { bars: readonly number[] }) {
  const most = Math.max(1, ...bars);
  const all = bars.length * (width + gap);
  return (
    <svg
      className="problem-bars"
      role="img"
      aria-label={problemsText.bars(bars)}
      width={all}
      height={height}
      viewBox={`0 0 ${all} ${height}`}
    >
      {bars.map((count, no) => {
        const tall = count === 0 ? 1 : Math.max(3, (height * count) / most);
        const x = no * (width + gap);
        return (
          <rect
            key={x}
            x={x}
            y={height - tall}
            width={width}
            height={tall}
            className={count === 0 ? 'is-none' : ''}
          />
        );
      })}
    </svg>
  );
}
