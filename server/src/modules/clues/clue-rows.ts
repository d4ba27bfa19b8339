import type { clues as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import * as organisation from '../organisation/index.ts';
import { type Clue, clueNo, type Sending } from './clue.ts';
import { kindNames } from './kinds.ts';
import { isLate, sendingsOf } from './sendings.repo.ts';
import { subjectNames } from './subjects.repo.ts';

export type ClueRow = ReplyOf<typeof contract.listClues>['rows'][number];

/** Lines of a list; `counted`: how many of what a figure counts stand in each. */
export async function clueRows(
  ctx: Context,
  clues: readonly Clue[],
  counted: ReadonlyMap<string, number>,
): Promise<ClueRow[]> {
  const sendings = await sendingsOf(
    ctx,
    clues.map(({ id }) => id),
  );
  // The last of each stands last.
  const latest = new Map(sendings.map((sending) => [sending.clue_id, sending]));
  const [names, kinds, areas, units] = await Promise.all([
    subjectNames(
      ctx,
      clues.map(({ subject_id }) => subject_id),
    ),
    kindNames(ctx),
    organisation.areaNames(ctx, [...new Set(clues.map(({ area_code }) => area_code))]),
    organisation.unitsIfKnown(ctx, [...new Set(sendings.map(({ unit_code }) => unit_code))]),
  ]);
  return clues.map((clue) => {
    const sending = latest.get(clue.id) ?? null;
    return {
      id: clue.id,
      no: clueNo(clue),
      kind: clue.kind,
      kindName: kinds.get(clue.kind) ?? clue.kind,
      subject: names.get(clue.subject_id) ?? '',
      place: clue.place,
      areaName: areas.get(clue.area_code) ?? ctx.city.name,
      state: clue.state,
      result: clue.result,
      unit: sending && organisation.briefOf(units, sending.unit_code),
      markedAt: clue.marked_at.toISOString(),
      ...receiptOf(ctx, clue, sending),
      counted: counted.get(clue.id) ?? 1,
    };
  });
}

/** 签收期限 as long as it is waited for. */
export function receiptOf(
  { now }: Context,
  { state }: Pick<Clue, 'state'>,
  sending: Sending | null,
): { receiptDueAt: string | null; isLate: boolean } {
  const waits = state === 'sent' && sending !== null && sending.receipt_at === null;
  if (!waits) return { receiptDueAt: null, isLate: false };
  return { receiptDueAt: sending.receipt_due_at.toISOString(), isLate: isLate(sending, now) };
}
