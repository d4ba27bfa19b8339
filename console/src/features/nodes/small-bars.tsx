const [width, height, gap] = [8, 34, 3];

/** Small bars beside a line of words that says the same. */
export function SmallBars({ bars, label }: { bars: readonly number[]; label: string }) {
  const most = Math.max(1, ...bars);
  const all = bars.length * (width + gap);
  return (
    <svg
      className="node-bars"
      role="img"
      aria-label={label}
      width={all}
      height={height}
      viewBox={`0 0 ${all} ${height}`}
    >
      {bars.map((count, no) => {
        const tall = count === 0 ? 1 : Math.max(4, (height * count) / most);
        const x = no * (width + gap);
        return <rect key={x} x={x} y={height - tall} width={width} height={tall} />;
      })}
    </svg>
  );
}
