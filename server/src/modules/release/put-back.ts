import type { Removal } from '@minsheng/contract/release.ts';
import type { RemovalKind } from '@minsheng/contract/words/release.ts';
import { countsOf } from '../redaction/index.ts';
import type { TextRow } from './release-texts.repo.ts';

/** 恢复: what the machine took out and no removal of the checker touches. */
export const putBackOf = (machine: readonly Removal[], final: readonly Removal[]): Removal[] =>
  machine.filter(
    ({ start, end }) => !final.some((removal) => removal.start <= start && end <= removal.end),
  );

/** How much of each kind is taken out, as far as it is checked as checked. */
export const removedIn = (texts: readonly TextRow[]): Record<RemovalKind, number> =>
  countsOf(texts.flatMap(({ checked, removals }) => checked ?? removals));

export const keptBack = (texts: readonly TextRow[]) =>
  texts.flatMap((text) =>
    text.checked === null
      ? []
      : putBackOf(text.removals, text.checked).map(({ kind }) => ({ kind, text })),
  );
