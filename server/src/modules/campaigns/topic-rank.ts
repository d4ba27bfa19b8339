/** What a candidate topic is ranked by. */
export interface TopicFigures {
  readonly volume: number;
  readonly volumeBefore: number | null;
  readonly repeated: Share;
  readonly returned: Share;
  readonly dissatisfied: Share;
  readonly urgent: Share;
  readonly solved: Share;
}

interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

const rate = ({ numerator, denominator }: Share): number =>
  denominator === 0 ? 0 : numerator / denominator;

/** 增长系数, half to double; 1 where nothing was counted a year ago. */
export function growthFactor({ volume, volumeBefore }: TopicFigures): number {
  if (volumeBefore === null) return 1;
  return Math.min(2, Math.max(0.5, (volume + 1) / (volumeBefore + 1)));
}

/** 危害系数: told again, come back, judged badly, dangerous. */
export const harmFactor = (of: TopicFigures): number =>
  1 + rate(of.repeated) + rate(of.returned) + rate(of.dissatisfied) + rate(of.urgent);

/** 可解决系数: half where nothing was solved, one and a half where all was; 1 where nobody said. */
export const solvableFactor = ({ solved }: TopicFigures): number =>
  solved.denominator === 0 ? 1 : 0.5 + rate(solved);

/** 得分 = 件数 × 增长系数 × 危害系数 × 可解决系数. */
export const weightOf = (of: TopicFigures): number =>
  of.volume * growthFactor(of) * harmFactor(of) * solvableFactor(of);
