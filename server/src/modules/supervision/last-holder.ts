import { type Assignment, workingStates } from '../dispatch/index.ts';

type Duty = Pick<
  Assignment,
  'id' | 'parent_id' | 'role' | 'state' | 'unit_code' | 'unit_path' | 'readers'
>;

const atWork: readonly string[] = workingStates;

/**
 * 最后承办单位: down from the lead to the deepest unit still at work; where several work side by side, the first asked.
 * Null while nobody holds the order.
 */
export function lastHolder<D extends Duty>(duties: readonly D[]): D | null {
  const lead = duties.findLast(({ role, state }) => role === 'lead' && isTheirs(state));
  return lead ? deepestFrom(lead, duties) : null;
}

function deepestFrom<D extends Duty>(from: D, duties: readonly D[]): D {
  const child = duties.find(
    ({ parent_id, state }) => parent_id === from.id && atWork.includes(state),
  );
  return child ? deepestFrom(child, duties) : from;
}

/** Handed in or done, it stays the unit's: who else would mend it. */
const isTheirs = (state: string): boolean => state !== 'revoked' && state !== 'returned';

/** 已不承办: the unit holds no duty on the order any more, so nothing can be asked of it. */
export const isGone = (unitCode: string, duties: readonly Duty[]): boolean =>
  !duties.some(({ unit_code, state }) => unit_code === unitCode && isTheirs(state));

/**
 * 中间各级: every unit above the last holder that is to know, from the top down: those that passed the order on, and
 * those its unit stands under, but for the city itself.
 */
export function unitsBetween(holder: Duty, duties: readonly Duty[]): string[] {
  const passedBy = parentsOf(holder, duties).map(({ unit_code }) => unit_code);
  const above = holder.unit_path.split('/').slice(1, -1);
  return [...new Set([...above, ...passedBy.toReversed()])].filter(
    (code) => code !== holder.unit_code,
  );
}

function parentsOf(duty: Duty, duties: readonly Duty[]): Duty[] {
  const parent = duties.find(({ id }) => id === duty.parent_id);
  return parent ? [parent, ...parentsOf(parent, duties)] : [];
}
