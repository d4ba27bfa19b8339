import type { MechanismCheck } from '@minsheng/contract/mechanism-data.ts';
import type { MechanismGate } from '@minsheng/contract/words/mechanisms.ts';
import type { Context } from '../../platform/context.ts';
import { allowIf, type Decision } from '../../platform/refusal.ts';
import { allHold, type Facts, holds } from './conditions.ts';
import { mechanismOf } from './definitions.repo.ts';
import { heldOrder } from './facts.repo.ts';
import { heldNow } from './held.repo.ts';
import { valuesOf } from './values.repo.ts';

/** 机制核查: what the mechanism of an order still wants before its answer is handed in, or before it is closed. */
export async function isComplete(
  ctx: Context,
  orderId: string,
  { before, evidence }: { before: MechanismGate; evidence: ReadonlySet<string> },
): Promise<Decision> {
  const held = await heldNow(ctx, orderId);
  if (!held) return allowIf(true, 'mechanisms.incomplete');
  const mechanism = await mechanismOf(ctx, held.mechanism);
  const asked = mechanism.checks.filter((check) => check.before === before);
  const facts = asked.length > 0 ? await factsOf(ctx, orderId) : null;
  const missing = facts && asked.find((check) => !isMet(check, facts, evidence));
  return allowIf(!missing, 'mechanisms.incomplete', {
    mechanism: mechanism.name,
    name: missing?.name ?? '',
  });
}

/** One order with its sensitive answers too. */
export async function factsOf(ctx: Context, orderId: string): Promise<Facts | null> {
  const [order, values] = await Promise.all([heldOrder(ctx, orderId), valuesOf(ctx, orderId)]);
  return (
    order && { ...order, values: new Map([...values].map(([code, { value }]) => [code, value])) }
  );
}

export function isMet(
  { when, wants }: MechanismCheck,
  facts: Facts,
  evidence: ReadonlySet<string>,
): boolean {
  if (!allHold(when, facts)) return true;
  return 'evidence' in wants ? evidence.has(wants.evidence) : holds(wants, facts);
}
