import type { clueRecords as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { mostTied, sitesOfOrders } from '../ledgers/index.ts';
import { mostOfSubject, type SubjectOrders, subjectOrders } from '../mechanisms/index.ts';
import * as orders from '../orders/index.ts';
import { nameKey } from './likeness.ts';
import { mostOfEach, subjectPages } from './read-subjects.ts';
import { subjectsNamed } from './subjects.repo.ts';

type Whole = ReplyOf<typeof contract.wholeSubject>;
type Mechanism = NonNullable<Whole['mechanisms']>[number];

/**
 * 一个对象的全部: what mechanisms, clues and ledgers know of a shop or company by its name. Each part is read by whom it is for, and
 * which order a clue came from stands in none of them.
 */
export async function wholeSubject(
  ctx: Context,
  { name }: InputOf<typeof contract.wholeSubject>,
): Promise<Whole> {
  const known = await subjectsNamed(ctx, name);
  // The names clues write it by find it in the forms as well, with and without its legal form.
  const names = [...new Set([name, nameKey(name), ...known.map((subject) => subject.name)])];
  const held = ctx.actor.has('mechanisms.read') ? await subjectOrders(ctx, names) : null;
  const ids = (held ?? []).flatMap((part) => part.orders.map(({ orderId }) => orderId));
  const visible = await orders.visibleAmong(ctx, ids);
  const rows = await orders.rowsFor(ctx, [...visible]);
  return {
    name,
    mechanisms: held?.map((part) => mechanismView(part, rows)) ?? null,
    clues: ctx.actor.has('clues.read') ? await subjectPages(ctx, known) : null,
    sites: await sitesOfOrders(ctx, [...visible]),
    ...{ shownCap: mostOfSubject, clueCap: mostOfEach, siteCap: mostTied },
  };
}

type Row = Mechanism['rows'][number]['order'];

function mechanismView(part: SubjectOrders, rows: readonly Row[]): Mechanism {
  const { code, name, hasJoint, isCut, orders: own } = part;
  const shown = own.flatMap(({ orderId, isOpen: _, ...one }) => {
    const order = rows.find(({ id }) => id === orderId);
    return order ? [{ order, ...one, labels: [...one.labels], values: [...one.values] }] : [];
  });
  const counted = own.filter(({ counts }) => counts !== null);
  return {
    ...{ code, name, hasJoint, isCut, rows: shown },
    orders: own.length,
    open: own.filter(({ isOpen }) => isOpen).length,
    counted: counted.length === 0 ? null : counted.filter(({ counts }) => counts).length,
    hidden: own.length - shown.length,
  };
}
