import { z } from 'zod';

/** The matter's own class, as a row: no row of the table may be called so. */
export const ownRow = 'matter';

export interface LimitVersion {
  limitClass: string;
  /** Of `limit-rules.tsv`, or the matter's own class. */
  row: string;
  /** Which state of the city's data. */
  version: number;
}

/** 时限依据, as orders and duties keep it. */
export const versionWords = ({ limitClass, row, version }: LimitVersion): string =>
  `${limitClass}/${row}@${version}`;

const written = z
  .string()
  .regex(/^[^/@]+\/[^/@]+@\d+$/)
  .transform((words) => words.split(/[/@]/));

/** Read again; null for what was written otherwise, such as orders taken over from elsewhere. */
export function limitVersionOf(words: string): LimitVersion | null {
  const [limitClass, row, version] = written.safeParse(words).data ?? [];
  if (limitClass === undefined || row === undefined || version === undefined) return null;
  return { limitClass, row, version: Number(version) };
}
