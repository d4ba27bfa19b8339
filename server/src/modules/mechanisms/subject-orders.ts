import type { Mechanism } from '@minsheng/contract/mechanism-data.ts';
import type { Context } from '../../platform/context.ts';
import { allMechanisms } from './definitions.repo.ts';
import { type HeldOrder, heldAmong } from './facts.repo.ts';
import { countsIn } from './groups.ts';
import { isOnList } from './joint-list.ts';
import { type ShownValue, shownValues } from './shown-values.ts';
import { lastYear } from './span.ts';
import { namesThings, ordersNamed } from './values.repo.ts';

/** 一个对象在一项机制里: its orders of the last year, the newest first. */
export interface SubjectOrders {
  readonly code: string;
  readonly name: string;
  readonly hasJoint: boolean;
  readonly orders: readonly SubjectOrder[];
  /** More are under it than are looked up. */
  readonly isCut: boolean;
}

export interface SubjectOrder {
  readonly orderId: string;
  readonly isOpen: boolean;
  /** As what it is named: 用人单位、总包、商户. */
  readonly labels: readonly string[];
  readonly values: readonly ShownValue[];
  readonly isOnJointList: boolean;
  /** 计入档案; null where the mechanism keeps no record of what it names here. */
  readonly counts: boolean | null;
}

/** Of one mechanism. */
export const mostOfSubject = 50;

/** 对象的机制工单: what any mechanism of the city holds about a project, a company, a shop of one of these names. */
export async function subjectOrders(
  ctx: Context,
  names: readonly string[],
): Promise<SubjectOrders[]> {
  const all = await allMechanisms(ctx);
  const fields = all.flatMap((mechanism) =>
    listedNames(mechanism).map(({ code }) => ({ mechanism: mechanism.code, code })),
  );
  const since = lastYear(ctx).instants.from;
  const named = await ordersNamed(ctx, { names, fields, since, most: mostOfSubject + 1 });
  const held = await heldAmong(
    ctx,
    named.map(({ orderId }) => orderId),
  );
  const byId = new Map(held.map((one) => [one.orderId, one]));
  return all.flatMap((mechanism) => {
    const own = named.filter((one) => one.mechanism === mechanism.code);
    const ids = [...new Set(own.map(({ orderId }) => orderId))].toSorted().toReversed();
    const orders = ids.flatMap((id) => {
      const order = byId.get(id);
      const codes = own.filter(({ orderId }) => orderId === id).map(({ code }) => code);
      return order?.mechanism === mechanism.code ? viewOf(ctx, mechanism, order, codes) : [];
    });
    if (orders.length === 0) return [];
    const { code, name, joint } = mechanism;
    return {
      ...{ code, name, hasJoint: joint !== null, orders: orders.slice(0, mostOfSubject) },
      isCut: orders.length > mostOfSubject,
    };
  });
}

const listedNames = (mechanism: Mechanism) => {
  const names = namesThings(mechanism);
  return mechanism.form.filter(({ code, sensitive }) => names.includes(code) && !sensitive);
};

function viewOf(
  ctx: Context,
  mechanism: Mechanism,
  order: HeldOrder,
  codes: readonly string[],
): SubjectOrder {
  const { dossier, joint, form } = mechanism;
  return {
    orderId: order.orderId,
    isOpen: order.isOpen,
    labels: form.filter(({ code }) => codes.includes(code)).map(({ label }) => label),
    values: shownValues(ctx, mechanism, order, null),
    isOnJointList: joint !== null && isOnList(ctx, joint, order),
    counts: dossier && codes.includes(dossier.by) ? countsIn(mechanism, order) : null,
  };
}
