import type { Context } from '../../platform/context.ts';
import type { Json } from '../../platform/json.ts';
import { accountsByIds } from '../identity/index.ts';
import * as orders from '../orders/index.ts';
import { unitNames } from '../organisation/index.ts';
import type { AuditLine } from './lines.repo.ts';

export interface Names {
  account(id: string | null): { login: string; name: string } | null;
  unit(code: string | null): string | null;
  orderNo(id: string): string | null;
}

/** What ids of these lines are called, each kind asked for once. */
export async function namesFor(ctx: Context, lines: readonly AuditLine[]): Promise<Names> {
  const said = (name: string) =>
    lines.flatMap(({ facts }) => (typeof facts[name] === 'string' ? [facts[name]] : []));
  const ids = [...lines.flatMap(({ actor_id }) => actor_id ?? []), ...said('accountId')];
  const accounts = await accountsByIds(ctx, [...new Set(ids.filter(isId))]);
  const units = await unitNames(ctx, [
    ...new Set(lines.flatMap(({ unit_code }) => unit_code ?? [])),
  ]);
  const numbers = await orders.numbersOf(ctx, [...new Set(said('orderId').filter(isId))]);
  return {
    account: (id) => {
      const account = id === null ? undefined : accounts.get(id);
      return account ? { login: account.login, name: account.name } : null;
    },
    unit: (code) => (code === null ? null : (units.get(code) ?? code)),
    orderNo: (id) => numbers.get(id) ?? null,
  };
}

// Whoever asked may have put anything into the address.
const isId = (said: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(said);

/** 对象: order numbers and logins where they are known, otherwise what the line says; what lies deeper as `before.roles`. */
export function shownFacts(facts: AuditLine['facts'], names: Names): ShownFact[] {
  return Object.entries(facts).flatMap(([name, value]) => shown(name, value, names));
}

interface ShownFact {
  name: string;
  value: string;
}

function shown(name: string, value: Json, names: Names): ShownFact[] {
  if (value === null) return [];
  if (Array.isArray(value)) return [{ name, value: value.map((one) => plain(one)).join('、') }];
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([inner, one]) => shown(`${name}.${inner}`, one, names));
  return [{ name, value: typeof value === 'string' ? named(name, value, names) : plain(value) }];
}

const plain = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

function named(name: string, value: string, names: Names): string {
  if (name === 'orderId') return names.orderNo(value) ?? value;
  if (name !== 'accountId') return value;
  const account = names.account(value);
  return account ? `${account.name}(${account.login})` : value;
}
