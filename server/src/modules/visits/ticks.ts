import { z } from 'zod';
import { refuseUnless } from '../../platform/refusal.ts';
import type { VisitItem } from './checklists.ts';

const tick = z.object({
  code: z.string(),
  value: z.union([z.boolean(), z.number(), z.string()]).nullable(),
  note: z.string(),
  seenAt: z.string(),
});
export const ticks = z.array(tick);
export type Tick = z.output<typeof tick>;

/** 核查项填全: every item that must be said is said in its own way, and seen where a photo is wanted. */
export function refuseIncomplete(
  items: readonly VisitItem[],
  given: readonly Tick[],
  photographed: ReadonlySet<string>,
): void {
  const byCode = new Map(items.map((item) => [item.code, item]));
  for (const { code, value } of given) {
    const item = byCode.get(code);
    refuseUnless(item && fits(item, value), 'visits.no-such-item');
  }
  const said = new Set(given.filter(({ value }) => value !== null).map(({ code }) => code));
  const missing = items.filter(
    ({ code, kind, isRequired }) => isRequired && kind !== 'photo' && !said.has(code),
  );
  refuseUnless(missing.length === 0, 'visits.items-missing', { items: namesOf(missing) });
  const unseen = items.filter((item) => mustBeSeen(item) && !photographed.has(item.code));
  refuseUnless(unseen.length === 0, 'visits.photos-missing', { items: namesOf(unseen) });
}

const mustBeSeen = ({ kind, isRequired, wantsPhoto }: VisitItem): boolean =>
  isRequired && (kind === 'photo' || wantsPhoto);

const namesOf = (items: readonly VisitItem[]): string => items.map(({ name }) => name).join('、');

function fits({ kind }: VisitItem, value: Tick['value']): boolean {
  if (value === null) return true;
  switch (kind) {
    case 'yes-no':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number';
    case 'words':
      return typeof value === 'string';
    case 'photo':
      return false;
    default:
      return kind satisfies never;
  }
}
