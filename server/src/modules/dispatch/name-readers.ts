import type { dispatch } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { ofOrder } from './assignments.repo.ts';
import { keepReaders } from './keep-readers.ts';
import { mayNameReaders, namesReaders, seesPeopleOf } from './policy.ts';
import { chosenReaders, peopleFor } from './readers.ts';
import { tellReaders } from './tell-duty.ts';

/**
 * 指定专人 (domain 2.11): the unit's leader, whoever passed the duty down, or whoever sent it says who alone reads the order
 * in this unit. A leader names without reading it. To everybody else the order does not exist.
 */
export async function nameReaders(
  ctx: Context,
  input: InputOf<typeof dispatch.nameReaders>,
): Promise<{ done: true }> {
  const order = await orders.lock(ctx, input.orderId);
  if (order.secrecy < 3) await orders.findVisible(ctx, order.id);
  const duties = await ofOrder(ctx, order.id);
  const duty = duties.find(({ id }) => id === input.assignmentId);
  const parent = duties.find(({ id }) => id === duty?.parent_id) ?? null;
  const knows = order.secrecy < 3 || (duty && namesReaders(ctx.actor, duty, parent));
  refuseUnless(knows, 'orders.no-such-order');
  refuseUnless(duty, 'dispatch.no-such-assignment');
  demand(mayNameReaders(order, duty));

  const [unit, people] = await Promise.all([
    organisation.unit(ctx, duty.unit_code),
    peopleFor(ctx, duty.unit_path),
  ]);
  const readers = chosenReaders({
    ids: input.readers,
    people,
    unitName: unit.name,
    role: duty.role,
  });
  const before = duty.readers ?? [];
  await keepReaders(ctx, duty, readers);
  await tellReaders(
    ctx,
    duty,
    people.filter(({ id }) => readers.includes(id) && !before.includes(id)),
  );
  return { done: true };
}

/** 可指定的人 of a unit. */
export async function possibleReaders(
  ctx: Context,
  input: { unit: string },
): Promise<ReplyOf<typeof dispatch.possibleReaders>> {
  const unit = await organisation.unit(ctx, input.unit);
  demand(seesPeopleOf(ctx.actor, unit.path));
  const people = await peopleFor(ctx, unit.path);
  const units = await organisation.unitsIfKnown(ctx, [
    ...new Set(people.map(({ unitCode }) => unitCode)),
  ]);
  const briefs = new Map(units.map(({ code, name, kind }) => [code, { code, name, kind }]));
  // Those of the unit itself first, whoever is farther above the later.
  const depth = (code: string) => unit.path.split('/').indexOf(code);
  const { code, name, kind } = unit;
  return {
    unit: { code, name, kind },
    rows: people
      .toSorted((a, b) => depth(b.unitCode) - depth(a.unitCode))
      .flatMap(({ id, name, unitCode, maySignOff }) => {
        const brief = briefs.get(unitCode);
        return brief ? [{ id, name, unit: brief, maySignOff }] : [];
      }),
  };
}
