import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';

/**
 * 与本单位有关: what was asked of this unit, of one below it, or of one above it that passed the order on. What is asked of a
 * unit beside it on the same order is none of its business.
 */
export function concernsUnit({ scope, unitPath }: Actor, path: string): boolean {
  if (scope === 'all') return true;
  return unitPath !== null && (isAtOrBelow(path, unitPath) || isAtOrBelow(unitPath, path));
}

const isAtOrBelow = (path: string, above: string): boolean => `${path}/`.startsWith(`${above}/`);

/** The same question of a column. */
export function concernsUnitIn({ scope, unitPath }: Actor, column: string): RawBuilder<SqlBool> {
  if (scope === 'all') return sql<SqlBool>`true`;
  const path = sql.ref(column);
  return sql<SqlBool>`(${path} = ${unitPath} or ${path} like ${`${unitPath}/%`}
    or ${unitPath} like ${path} || '/%')`;
}
