/** 合议: experts weighed by how wrong each has been lately. */
export interface Mix {
  of(forecasts: ReadonlyMap<string, number>): number;
  learn(forecasts: ReadonlyMap<string, number>, seen: number): void;
}

/** How sharply the better are preferred. */
const sharpness = 4;
/** Judgements everybody is thought to have before the first. */
const priorJudgements = 6;

const startingError = (name: string): number =>
  name.startsWith('level') ? 0.9 : name.includes('echo') ? 1 : 1.4;

interface Record {
  error: number;
  weight: number;
}

export function newMix(halfLifePeriods: number): Mix {
  const fade = 0.5 ** (1 / halfLifePeriods);
  const records = new Map<string, Record>();
  /** How wrong people are on the whole: makes errors of large and small series comparable. */
  const common: Record = { error: 0, weight: 0 };
  const usual = () => (common.weight > 0 ? common.error / common.weight : 1);
  const errorOf = (name: string): number => {
    const { error, weight } = records.get(name) ?? { error: 0, weight: 0 };
    const before = priorJudgements * startingError(name) * usual();
    return (error + before) / (weight + priorJudgements);
  };
  return {
    of: (forecasts) => {
      let sum = 0;
      let total = 0;
      for (const [name, value] of forecasts) {
        const weight = errorOf(name) ** -sharpness;
        sum += weight * Math.log1p(value);
        total += weight;
      }
      return total > 0 ? Math.max(0, Math.expm1(sum / total)) : 0;
    },
    learn: (forecasts, seen) => {
      const errors = [...forecasts].map(([name, value]) => ({ name, error: missOf(value, seen) }));
      const middle = errors.map(({ error }) => error).sort((a, b) => a - b)[errors.length >> 1];
      add(common, fade, middle ?? 0);
      for (const { name, error } of errors) {
        const record = records.get(name) ?? { error: 0, weight: 0 };
        add(record, fade, error);
        records.set(name, record);
      }
    },
  };
}

const missOf = (value: number, seen: number): number =>
  Math.abs(Math.sqrt(value + 1) - Math.sqrt(seen + 1)) + 1e-3;

function add(record: Record, fade: number, error: number): void {
  record.error = record.error * fade + error;
  record.weight = record.weight * fade + 1;
}
