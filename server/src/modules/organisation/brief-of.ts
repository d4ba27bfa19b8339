import type { UnitKind } from '@minsheng/contract/words/assignment.ts';
import type { Unit } from './units.repo.ts';

/** 单位 in a line, of units read before; one the city has dropped is called by its code. */
export function briefOf(
  units: readonly Unit[],
  code: string,
): { code: string; name: string; kind: UnitKind } {
  const unit = units.find((one) => one.code === code);
  return { code, name: unit?.name ?? code, kind: unit?.kind ?? 'department' };
}
