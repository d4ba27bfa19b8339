import type { orders as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { cursorId } from '../../platform/keyset.ts';
import { badInput } from '../../platform/refusal.ts';
import { issuesBehind, rowsFor } from '../orders/index.ts';
import { peopleBehind } from '../requesters/index.ts';
import { findOrders } from './find-orders.ts';
import { hows } from './fits-words.ts';
import type { Place } from './look-back.ts';

type Reply = ReplyOf<typeof contract.searchOrders>;
type Counts = Pick<Reply, 'appeals' | 'people' | 'issues' | 'isCut'>;

const pageRows = 50;
/** How many hits are counted and can be turned over; the page says so where there are more. */
const shownCap = 1000;

/** 工单检索: number, text, place, unit; only what this person may see, newest first. */
export async function searchOrders(
  ctx: Context,
  { cursor, ...filters }: InputOf<typeof contract.searchOrders>,
): Promise<Reply> {
  if (cursor !== undefined) {
    const { place, counts } = readCursor(cursor);
    const { found, next } = await findOrders(ctx, filters, {
      from: place,
      most: pageRows,
      upTo: 'soon',
    });
    return pageOf(ctx, found, next, counts);
  }
  // The first page counts what all pages together hold; the counts then travel with the cursor.
  const { found, next } = await findOrders(ctx, filters, {
    from: null,
    most: shownCap,
    upTo: 'soon',
  });
  const ids = found.map(({ id }) => id);
  // What lies beyond the last hit looked at is counted by nobody: the page says so.
  const counts = { ...(await countsOf(ctx, ids)), isCut: next !== null };
  const last = found[pageRows - 1];
  if (found.length <= pageRows || !last) return pageOf(ctx, found, next, counts);
  return pageOf(
    ctx,
    found.slice(0, pageRows),
    { how: last.how, before: last.id, months: 1 },
    counts,
  );
}

async function pageOf(
  ctx: Context,
  found: readonly { id: string }[],
  next: Place | null,
  counts: Counts,
): Promise<Reply> {
  const rows = await rowsFor(
    ctx,
    found.map(({ id }) => id),
  );
  return { rows, next: next && cursorOf(next, counts), shownCap, ...counts };
}

const cursorOf = ({ how, before }: Place, counts: Counts): string =>
  [how, before ?? '', counts.appeals, counts.people, counts.issues, Number(counts.isCut)].join('.');

const cursorForm = new RegExp(
  `^(${hows.join('|')})\\.(.{36})?\\.(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})\\.([01])$`,
);

function readCursor(cursor: string): { place: Place; counts: Counts } {
  const parts = cursorForm.exec(cursor);
  const how = hows.find((one) => one === parts?.[1]);
  if (!parts || !how) throw badInput(['cursor']);
  const [appeals = 0, people = 0, issues = 0, cut] = parts.slice(3).map(Number);
  const counts = { appeals, people, issues, isCut: cut === 1 };
  return { place: { how, before: parts[2] ? cursorId(parts[2]) : null, months: 1 }, counts };
}

/** Appeals, people and issues behind the hits: three counts of the same rows (domain 2.10). */
async function countsOf(ctx: Context, ids: readonly string[]): Promise<Omit<Counts, 'isCut'>> {
  if (ids.length === 0) return { appeals: 0, people: 0, issues: 0 };
  const [people, issues] = await Promise.all([peopleBehind(ctx, ids), issuesBehind(ctx, ids)]);
  return { appeals: ids.length, people, issues };
}
