import type { AssignmentRole } from '@minsheng/contract/words/assignment.ts';
import type { Context } from '../../platform/context.ts';
import { type Decision, Refusal, refuseUnless } from '../../platform/refusal.ts';
import * as matters from '../matters/index.ts';
import type { Order } from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { ruleFor } from './catalogue.ts';
import { isGrassroots, type MatterDuty, mayGoTo } from './grassroots-guard.ts';
import { keepHeld } from './guard-held.ts';
import type { UnitSuggestion } from './suggest-unit.ts';
import { levelName } from './text.ts';

export interface Choice {
  lead: string;
  assists: readonly string[];
  linkage: readonly string[];
  copies: readonly string[];
  guardReason?: string | undefined;
}

export interface ChosenUnit {
  unit: organisation.Unit;
  role: AssignmentRole;
  /** Goes to the grass roots against the catalogue's level, with a reason. */
  isOverride: boolean;
}

export interface Chosen {
  units: readonly ChosenUnit[];
  rowId: string | null;
}

/**
 * 选定承办单位: every unit exists, takes orders and is named once; the grassroots guard holds.
 * Refuses `city.no-such-unit`, `dispatch.same-unit-twice`, `dispatch.unit-closed`, `dispatch.grassroots-guard`, `dispatch.guard-reason`.
 */
export async function chooseUnits(ctx: Context, order: Order, choice: Choice): Promise<Chosen> {
  const named = namedRoles(choice);
  const [units, row, matter] = await Promise.all([
    organisation.units(
      ctx,
      named.map(({ code }) => code),
    ),
    ruleFor(ctx, order),
    matters.matter(ctx, order.matter_code),
  ]);
  const duty = dutyOf(row, matter);
  const seen = new Set<string>();
  const chosen = named.map(({ code, role }): ChosenUnit => {
    const unit = units.find((candidate) => candidate.code === code);
    refuseUnless(unit, 'city.no-such-unit', { code });
    refuseUnless(!seen.has(code), 'dispatch.same-unit-twice', { unit: unit.name });
    seen.add(code);
    refuseUnless(unit.takes_orders, 'dispatch.unit-closed', { unit: unit.name });
    return {
      unit,
      role,
      isOverride: guard(order, { duty, unit, role, reason: choice.guardReason }),
    };
  });
  return { units: chosen, rowId: row?.rowId ?? null };
}

function namedRoles(choice: Choice): { code: string; role: AssignmentRole }[] {
  const as = (role: AssignmentRole) => (code: string) => ({ code, role });
  return [
    { code: choice.lead, role: 'lead' },
    ...choice.assists.map(as('assist')),
    ...choice.linkage.map(as('linkage')),
    ...choice.copies.map(as('copy')),
  ];
}

interface Guarded {
  readonly duty: MatterDuty | null;
  readonly unit: organisation.Unit;
  readonly role: AssignmentRole;
  readonly reason: string | undefined;
}

/** 基层减负, 66号文(五). Refuses, which leaves its trace on the order, or answers whether a reason carried it past the guard. */
export function guard({ id }: Order, { duty, unit, role, reason }: Guarded): boolean {
  const may = mayGoTo(duty, unit, role, reason ?? null);
  if (!may.allowed) throw new Refusal(may.code, may.facts, keepHeld(id, { unit: unit.code, role }));
  return isGrassroots(unit.kind) && !mayGoTo(duty, unit, role, null).allowed;
}

/** What the guard needs to know of an order's matter. */
export async function matterDuty(
  ctx: Context,
  order: Pick<Order, 'matter_code' | 'area_code'>,
): Promise<MatterDuty | null> {
  const [row, matter] = await Promise.all([
    ruleFor(ctx, order),
    matters.matter(ctx, order.matter_code),
  ]);
  return dutyOf(row, matter);
}

const dutyOf = (row: UnitSuggestion | null, matter: matters.Matter): MatterDuty | null =>
  row && {
    level: row.level,
    isListed: matter.grassroots,
    matterName: matter.leaf,
    levelName: levelName[row.level],
  };

/** May this unit lead the matter there, as the catalogue stands: 基层减负. */
export async function mayLead(
  ctx: Context,
  placed: Pick<Order, 'matter_code' | 'area_code'>,
  unit: organisation.Unit,
): Promise<Decision> {
  return mayGoTo(await matterDuty(ctx, placed), unit, 'lead', null);
}
