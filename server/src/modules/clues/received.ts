import type { clueUnits as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { cutPage, pageRows, placeOf } from '../../platform/keyset.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { checkViews } from './check-views.ts';
import type { Clue, Sending } from './clue.ts';
import { type ClueRow, clueRows } from './clue-rows.ts';
import { photoViews } from './photo-views.ts';
import { mayAnswer, mayHandle, mayReceipt, mayWork } from './policy.ts';
import { findReceived, receivedBy } from './received.repo.ts';
import { sendingsOf } from './sendings.repo.ts';

type Row = ReplyOf<typeof contract.listReceived>['rows'][number];

/** 收到的线索, the latest first. */
export async function listReceived(
  ctx: Context,
  { box, cursor }: InputOf<typeof contract.listReceived>,
): Promise<ReplyOf<typeof contract.listReceived>> {
  demand(mayHandle(ctx.actor));
  const { unitCode } = ctx.actor;
  if (unitCode === null) return { rows: [], next: null, shownCap: pageRows };
  const before = placeOf(cursor)?.id ?? null;
  const most = pageRows + 1;
  const read = await receivedBy(ctx, { unitCode, openOnly: box === 'open', before, most });
  const { shown, next } = cutPage(
    read.map((clue) => ({ ...clue, by: clue.marked_at.toISOString() })),
  );
  return { rows: await rowsOf(ctx, shown), next, shownCap: pageRows };
}

async function rowsOf(ctx: Context, clues: readonly Clue[]): Promise<Row[]> {
  const ids = clues.map(({ id }) => id);
  const [rows, sendings] = await Promise.all([
    clueRows(ctx, clues, new Map()),
    sendingsOf(ctx, ids),
  ]);
  const latest = new Map(sendings.map((sending) => [sending.clue_id, sending]));
  return clues.flatMap((clue, at) => {
    const row = rows[at];
    return row ? [rowOf(ctx, { clue, row, sending: latest.get(clue.id) ?? null })] : [];
  });
}

interface Of {
  readonly clue: Clue;
  readonly row: ClueRow;
  readonly sending: Sending | null;
}

/** Nothing of when it was marked, on what and by whom: an order could be told from it. */
function rowOf(ctx: Context, { clue, row, sending }: Of): Row {
  const isTheirs = sending?.unit_code === ctx.actor.unitCode;
  const { id, no, kindName, subject, place, areaName } = row;
  return {
    ...{ id, no, kindName, subject, place, areaName },
    state: isTheirs ? stateOf(clue, sending) : 'joint',
    sentAt: isTheirs ? (sending?.sent_at.toISOString() ?? null) : null,
    receiptDueAt: isTheirs ? row.receiptDueAt : null,
    isLate: isTheirs && row.isLate,
  };
}

function stateOf({ state }: Clue, sending: Sending | null): Row['state'] {
  if (state === 'closed') return 'settled';
  if (state === 'accepted') return 'accepted';
  return sending?.receipt_at === null ? 'to-receipt' : 'to-answer';
}

/** 一条线索, as the unit reads it. */
export async function readReceived(
  ctx: Context,
  { clueId }: InputOf<typeof contract.readReceived>,
): Promise<ReplyOf<typeof contract.readReceived>> {
  const { clue, sending } = await findReceived(ctx, clueId);
  const [row] = await rowsOf(ctx, [clue]);
  refuseUnless(row, 'clues.no-such-clue');
  const [photos, checks] = await Promise.all([photoViews(ctx, clueId), checkViews(ctx, clueId)]);
  return {
    ...row,
    facts: clue.facts,
    basis: sending?.basis ?? '',
    photos: photos.map(({ isLookedAt: _, ...photo }) => photo),
    checks,
    result: clue.result,
    can: {
      receipt: mayReceipt(ctx.actor, clue, sending).allowed,
      answer: mayAnswer(ctx.actor, clue, sending).allowed,
      plan: mayWork(ctx.actor, clue, sending).allowed,
      settle:
        mayWork(ctx.actor, clue, sending).allowed &&
        checks.length > 0 &&
        checks.every(({ outcome }) => outcome !== null),
    },
  };
}
