import type { orders as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { showsInPage } from '@minsheng/contract/words/assignment.ts';
import type { Context } from '../../platform/context.ts';
import {
  type Assignment,
  mayDelegate,
  mayNameReaders,
  mayRecallChild,
  namesReaders,
} from '../dispatch/index.ts';
import { returnWindow } from '../disputes/index.ts';
import type { StoredFile } from '../files/index.ts';
import { dutyAbilities, type Reply, type Times } from '../handling/index.ts';
import { accountNames } from '../identity/index.ts';
import * as matters from '../matters/index.ts';
import type { Order, StoredText } from '../orders/index.ts';
import type { Unit } from '../organisation/index.ts';
import type { Eyes } from './eyes.ts';

type Page = ReplyOf<typeof contract.orderPage>;
export type UnitBrief = NonNullable<Page['leadUnit']>;

/** A unit that is no longer known keeps its code, so that an old order stays readable. */
export const briefOf = (units: ReadonlyMap<string, Unit>, duty: Assignment): UnitBrief => ({
  code: duty.unit_code,
  name: units.get(duty.unit_code)?.name ?? duty.unit_code,
  kind: duty.unit_kind,
});

interface Parts {
  order: Order;
  duties: readonly Assignment[];
  units: ReadonlyMap<string, Unit>;
  files: readonly StoredFile[];
  /** Names of accounts, those of named readers among them. */
  names: ReadonlyMap<string, string>;
}

/** 承办任务 of an order, oldest first, each with its clock times and what this person may do with it. */
export async function dutyViews(ctx: Context, parts: Parts): Promise<Page['assignments']> {
  const times = { now: ctx.now, returnUntil: await returnWindow(ctx) };
  return parts.duties.map((duty) => ({
    id: duty.id,
    parentId: duty.parent_id,
    unit: briefOf(parts.units, duty),
    role: duty.role,
    state: duty.state,
    round: duty.round,
    ...timesOf(duty),
    signedLate: duty.signed_late,
    firstPhotoId: firstPhoto(parts.files, duty),
    readers: duty.readers?.map((id) => ({ id, name: parts.names.get(id) ?? '' })) ?? null,
    abilities: abilitiesOf(ctx, { ...parts, times }, duty),
  }));
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

const timesOf = (duty: Assignment) => ({
  sentAt: duty.sent_at.toISOString(),
  signDueAt: iso(duty.sign_due_at),
  contactDueAt: iso(duty.contact_due_at),
  dueAt: iso(duty.due_at),
  signedAt: iso(duty.signed_at),
  contactedAt: iso(duty.contacted_at),
  arrivedAt: iso(duty.arrived_at),
  fixedAt: iso(duty.fixed_at),
  submittedAt: iso(duty.submitted_at),
  doneAt: iso(duty.done_at),
});

const firstPhoto = (files: readonly StoredFile[], duty: Assignment): string | null =>
  files.find(({ assignment_id, mime }) => assignment_id === duty.id && showsInPage(mime))?.id ??
  null;

function abilitiesOf(
  ctx: Context,
  { order, duties, times }: Parts & { times: Times },
  duty: Assignment,
): string[] {
  const parent = duties.find(({ id }) => id === duty.parent_id);
  return [
    ...dutyAbilities(ctx.actor, order, duty, times),
    ...(mayDelegate(ctx.actor, order, duty).allowed ? ['delegate'] : []),
    ...(namesReaders(ctx.actor, duty, parent ?? null) && mayNameReaders(order, duty).allowed
      ? ['name-readers']
      : []),
    ...(parent && mayRecallChild(ctx.actor, order, parent, duty).allowed ? ['recall-child'] : []),
  ];
}

interface Given {
  order: Order;
  replies: readonly Reply[];
  texts: readonly StoredText[];
  units: ReadonlyMap<string, Unit>;
  eyes: Eyes;
}

/** 办理结果 of every unit, oldest first. */
export async function replyViews(ctx: Context, given: Given): Promise<Page['replies']> {
  const { order, replies, texts, units, eyes } = given;
  const [form, names] = await Promise.all([
    matters.replyForm(ctx, order.matter_code),
    accountNames(
      ctx,
      replies.map(({ signed_off_by }) => signed_off_by),
    ),
  ]);
  const labels = new Map(form.evidence.map(({ code, label }) => [code, label]));
  const words = (no: number | null) =>
    eyes.read(texts.find((text) => text.no === no)?.content ?? '');
  return replies.map((reply) => ({
    assignmentId: reply.assignment_id,
    unitName: units.get(reply.unit_code)?.name ?? reply.unit_code,
    at: reply.at.toISOString(),
    isTrue: reply.is_true,
    isSolved: reply.is_solved,
    unsolvedReason: words(reply.unsolved_no),
    process: words(reply.process_no),
    publicAnswer: words(reply.answer_no),
    basis: reply.basis,
    measures: reply.measures,
    assetChanges: reply.asset_changes,
    evidence: reply.evidence.map((shown) => ({
      ...shown,
      label: labels.get(shown.code) ?? shown.code,
    })),
    signedBy: reply.signed_off_by ? (names.get(reply.signed_off_by) ?? '') : null,
  }));
}
