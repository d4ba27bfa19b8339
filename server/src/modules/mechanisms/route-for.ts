import type { MechanismParty } from '@minsheng/contract/mechanism-data.ts';
import type { Context } from '../../platform/context.ts';
import * as matters from '../matters/index.ts';
import type { Order } from '../orders/index.ts';
import { cityVersion, placeLevels, unitAt } from '../organisation/index.ts';
import { type Asked, type Fitting, mechanismFor } from './mechanism-for.ts';

/** 机制派单: whom the mechanism names at the order's place. */
export interface MechanismRoute {
  readonly code: string;
  readonly name: string;
  readonly lead: string | null;
  readonly assists: readonly string[];
  readonly copies: readonly string[];
}

export async function routeFor(ctx: Context, order: Asked): Promise<MechanismRoute | null> {
  const fitting = await mechanismFor(ctx, order);
  const route = fitting?.mechanism.route;
  if (!fitting || !route) return null;
  const place = placeLevels(order.area_code);
  const at = (words: string) => unitAt(unitWords(ctx, words), place);
  const all = (parties: readonly MechanismParty[]) =>
    parties.flatMap((party) => (isAsked(party, fitting) ? (at(wordsOf(party)) ?? []) : []));
  return {
    code: fitting.mechanism.code,
    name: fitting.mechanism.name,
    lead: at(route.lead),
    assists: all(route.assists),
    copies: all(route.copies),
  };
}

/** A department of the city may be named by its slug alone. */
export const unitWords = ({ city }: Context, words: string): string =>
  /^[a-z]/.test(words) ? `${city.code}.${words}` : words;

const wordsOf = (party: MechanismParty): string => (typeof party === 'string' ? party : party.unit);

function isAsked(party: MechanismParty, { answers }: Fitting): boolean {
  if (typeof party === 'string') return true;
  const { field, is } = party.when;
  return matters.answersOf(answers[field]).some((answer) => is.includes(answer));
}

/** 机制时限: the class the mechanism names for orders of this urgency; null where the ordinary rules decide. */
export async function mechanismLimit(
  ctx: Context,
  order: Asked & Pick<Order, 'urgency'>,
): Promise<matters.LimitAnswer | null> {
  const fitting = await mechanismFor(ctx, order);
  const limits = fitting?.mechanism.limits;
  if (!fitting || !limits?.urgencies.includes(order.urgency)) return null;
  const limit = await matters.limitClass(ctx, limits.limitClass);
  if (!limit) return null;
  const row = `mechanism.${fitting.mechanism.code}`;
  const version = await cityVersion(ctx);
  return { limit, version: matters.versionWords({ limitClass: limit.code, row, version }) };
}
