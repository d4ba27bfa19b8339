interface MeterProps {
  /** 0 to 1. */
  share: number;
  /** 目标, in percent. */
  target?: number | undefined;
}

/** The figure as a length, for who looks rather than reads; it stands beside its number, which says it to everybody. */
export function Meter({ share, target }: MeterProps) {
  return (
    <span className="meter" aria-hidden="true">
      <span className="meter-part" style={{ width: `${Math.min(100, share * 100)}%` }} />
      {target !== undefined && <span className="meter-target" style={{ left: `${target}%` }} />}
    </span>
  );
}
