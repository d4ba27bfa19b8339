import type { HeldReason, ProposalSource } from '@minsheng/contract/words/auto-dispatch.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import * as dispatch from '../dispatch/index.ts';
import type * as orders from '../orders/index.ts';
import { isClear } from './clear-rule.ts';

/** 拟派: what the machine would do with an order, before anybody has done anything. */
export interface MachineProposal {
  readonly plan: dispatch.Plan;
  readonly lead: string | null;
  readonly source: ProposalSource | null;
  readonly probability: number | null;
  readonly model: string | null;
  readonly isSure: boolean;
}

interface Learnt {
  readonly model: string | null;
  readonly top: { readonly code: string; readonly probability: number } | null;
}

/** The catalogue where it is clear, otherwise the likeliest unit of the model. */
export async function machineProposal(
  ctx: Context,
  order: orders.Order,
  surePermille: number,
): Promise<MachineProposal> {
  const plan = await dispatch.planFor(ctx, order);
  if (isClear(plan)) {
    const source = 'catalogue' as const;
    return { plan, lead: plan.lead, source, probability: null, model: null, isSure: true };
  }
  const { model, top } = await learntUnit(ctx, order);
  if (top === null)
    return { plan, lead: null, source: null, probability: null, model, isSure: false };
  const isSure = top.probability * 1000 >= surePermille;
  const { code: lead, probability } = top;
  return { plan, lead, source: 'model', probability, model, isSure };
}

/** 历史办件: the unit much the same was sent to. Words for named readers are not read (domain 2.11). */
async function learntUnit(ctx: Context, order: orders.Order): Promise<Learnt> {
  if (order.secrecy >= 3) return { model: null, top: null };
  const { model, units } = await dispatch.learntUnits(ctx, order);
  return { model, top: units[0] ?? null };
}

const certain = 0.9;

/** 不一致: the catalogue is clear, and yet much the same was nearly always sent elsewhere. A person looks. */
export async function disagrees(
  ctx: Context,
  order: orders.Order,
  { source, lead }: MachineProposal,
): Promise<boolean> {
  if (source !== 'catalogue') return false;
  const { top } = await learntUnit(ctx, order);
  return top !== null && top.code !== lead && top.probability >= certain;
}

/** Whom it would be sent to: the plan of the catalogue, led by whoever is proposed. */
export function choiceOf({ plan, lead }: MachineProposal): dispatch.Choice | null {
  if (lead === null) return null;
  const others = (codes: readonly string[]) => codes.filter((code) => code !== lead);
  return {
    lead,
    assists: others(plan.assists),
    linkage: others(plan.linkage),
    copies: others(plan.copies),
  };
}

const guards: readonly string[] = ['dispatch.grassroots-guard', 'dispatch.guard-reason'];

/** 能不能派: the refusal a person would meet. Nobody writes a reason here that would carry it past the guard (66号文(五)). */
export async function heldByUnits(
  ctx: Context,
  order: orders.Order,
  choice: dispatch.Choice,
): Promise<HeldReason[]> {
  try {
    await dispatch.chooseUnits(ctx, order, choice);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const isGuarded = guards.includes(error.code);
    return [isGuarded ? 'guard' : 'unit-closed'];
  }
}
