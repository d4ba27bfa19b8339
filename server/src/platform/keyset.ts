import { badInput } from './refusal.ts';

/** 翻页: after the last row of the page before, by what the list is ordered by. */
export interface Place {
  readonly by: string;
  readonly id: string;
}

export const pageRows = 50;

const cursorForm = /^([0-9A-Za-z:.-]{1,40})~(.{36})$/;
const idForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const instantForm = /^\d{4}-\d{2}-\d{2}T[\d:.]{8,12}Z$/;

export function placeOf(cursor: string | undefined): Place | null {
  if (cursor === undefined) return null;
  const parts = cursorForm.exec(cursor);
  if (!parts?.[1] || !parts[2]) throw badInput(['cursor']);
  return { by: parts[1], id: cursorId(parts[2]) };
}

/** Of a list ordered by id alone. */
export const idOf = (cursor: string | undefined): string | null =>
  cursor === undefined ? null : cursorId(cursor);

/** What is no id is refused before a database sees it. */
export function cursorId(said: string): string {
  if (!idForm.test(said)) throw badInput(['cursor']);
  return said;
}

/** Of a list ordered by time. */
export const instantOf = ({ by }: Place): Date => cursorInstant(by);

/** An instant of a year with four digits: others no database keeps. */
export function cursorInstant(said: string): Date {
  const at = new Date(said);
  if (!instantForm.test(said) || Number.isNaN(at.getTime())) throw badInput(['cursor']);
  return at;
}

/** One row more than a page was read: it says whether there is a next one. */
export function cutPage<Row extends Place>(
  read: readonly Row[],
): { shown: readonly Row[]; next: string | null } {
  const shown = read.slice(0, pageRows);
  const last = shown.at(-1);
  return { shown, next: read.length > pageRows && last ? `${last.by}~${last.id}` : null };
}
