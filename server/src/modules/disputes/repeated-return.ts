import type { Return } from './returns.repo.ts';

type Said = Pick<Return, 'no' | 'unit_code' | 'reason' | 'basis' | 'state'>;

/**
 * 重复退单 (domain 2.6.7): the same unit says again, with nothing new to rest on, what was rejected before. Which request
 * that was; null where there is a new reason, a new basis or nothing before.
 */
export function repeatedReturn(one: Said, all: readonly Said[]): number | null {
  const before = all.findLast(
    (each) =>
      each.no < one.no &&
      each.unit_code === one.unit_code &&
      each.reason === one.reason &&
      each.state === 'rejected' &&
      bareOf(each.basis) === bareOf(one.basis),
  );
  return before?.no ?? null;
}

/** Spaces and punctuation make no new basis. */
const bareOf = (basis: string): string => basis.replaceAll(/[\s\p{P}]/gu, '');
