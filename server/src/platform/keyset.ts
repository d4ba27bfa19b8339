import { badInput } from './refusal.ts';

/** 翻页: after the last row of the page before, by what the list is ordered by. */
export interface Place {
  readonly by: string;
  readonly id: string;
}

export const pageRows = 50;

const cursorForm = /^([0-9A-Za-z:.-]{1,40})~([0-9a-f-]{36})$/;

export function placeOf(cursor: string | undefined): Place | null {
  if (cursor === undefined) return null;
  const parts = cursorForm.exec(cursor);
  if (!parts?.[1] || !parts[2]) throw badInput(['cursor']);
  return { by: parts[1], id: parts[2] };
}

/** One row more than a page was read: it says whether there is a next one. */
/** Of a list ordered by time. */
export function instantOf({ by }: Place): Date {
  const at = new Date(by);
  if (Number.isNaN(at.getTime())) throw badInput(['cursor']);
  return at;
}

export function cutPage<Row extends Place>(
  read: readonly Row[],
): { shown: readonly Row[]; next: string | null } {
  const shown = read.slice(0, pageRows);
  const last = shown.at(-1);
  return { shown, next: read.length > pageRows && last ? `${last.by}~${last.id}` : null };
}
