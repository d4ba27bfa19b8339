import type { tasks as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { historyOf } from '../../platform/events.ts';
import type { Decision } from '../../platform/refusal.ts';
import { filesHeldBy, fileViewOf } from '../files/index.ts';
import { accountNames } from '../identity/index.ts';
import { unitNames } from '../organisation/index.ts';
import {
  mayAccept,
  mayAskForTime,
  mayClaim,
  mayDecideOnTime,
  mayJudge,
  mayWithdraw,
} from './policy.ts';
import { type Claim, type Extension, type Task, taskSubject } from './task.ts';
import { taskRows } from './task-rows.ts';
import { claimsOf, extensionOf, findVisible } from './tasks.repo.ts';
import { taskText } from './text.ts';

type Reply = ReplyOf<typeof contract.readTask>;
type NameOf = (accountId: string | null) => string;

/** 任务详情. */
export async function readTask(
  ctx: Context,
  { taskId }: InputOf<typeof contract.readTask>,
): Promise<Reply> {
  const task = await findVisible(ctx, taskId);
  const [[row], claims, extension, events] = await Promise.all([
    taskRows(ctx, [task]),
    claimsOf(ctx, taskId),
    extensionOf(ctx, taskId),
    historyOf(ctx, taskSubject(taskId)),
  ]);
  if (!row) throw new Error(`${taskId} has no row.`);
  const names = await accountNames(ctx, [
    ...[task.given_by, task.closed_by, extension?.asked_by ?? null, extension?.decided_by ?? null],
    ...claims.flatMap(({ claimed_by, judged_by }) => [claimed_by, judged_by]),
    ...events.map(({ actorId }) => actorId),
  ]);
  const nameOf: NameOf = (id) => (id === null ? taskText.system : (names.get(id) ?? ''));
  return {
    ...row,
    wanted: task.wanted,
    note: noteOf(task),
    givenBy: nameOf(task.given_by),
    firstDueAt: task.first_due_at.toISOString(),
    acceptedAt: task.accepted_at?.toISOString() ?? null,
    claims: await claimViews(ctx, task, { claims, nameOf }),
    extension: extension && extensionView(extension, nameOf),
    withdrawn: withdrawalOf(task, nameOf),
    history: await historyViews(ctx, events, nameOf),
    can: abilities(ctx, task, { last: claims.at(-1) ?? null, earlier: extension }),
  };
}

const noteOf = ({ note_leader, note_words }: Task): Reply['note'] =>
  note_leader === null || note_words === null ? null : { leader: note_leader, words: note_words };

function withdrawalOf(
  { withdrawn_reason: reason, closed_at, closed_by }: Task,
  nameOf: NameOf,
): Reply['withdrawn'] {
  if (reason === null || closed_at === null) return null;
  return { reason, by: nameOf(closed_by), at: closed_at.toISOString() };
}

async function claimViews(
  ctx: Context,
  task: Task,
  { claims, nameOf }: { claims: readonly Claim[]; nameOf: NameOf },
): Promise<Reply['claims']> {
  const files = await filesHeldBy(ctx, task.id);
  return claims.map((claim) => ({
    no: claim.no,
    words: claim.words,
    files: files
      .filter(({ id }) => claim.file_ids.includes(id))
      .map((file) => fileViewOf(ctx, file, null)),
    by: nameOf(claim.claimed_by),
    at: claim.claimed_at.toISOString(),
    judged:
      claim.judged_at === null || claim.confirmed === null
        ? null
        : {
            confirmed: claim.confirmed,
            reason: claim.reason ?? '',
            by: nameOf(claim.judged_by),
            at: claim.judged_at.toISOString(),
          },
  }));
}

function extensionView(one: Extension, nameOf: NameOf): Reply['extension'] {
  return {
    reason: one.reason,
    until: one.until_at.toISOString(),
    by: nameOf(one.asked_by),
    at: one.asked_at.toISOString(),
    decided:
      one.decided_at === null || one.granted === null
        ? null
        : {
            granted: one.granted,
            reason: one.decided_reason ?? '',
            by: nameOf(one.decided_by),
            at: one.decided_at.toISOString(),
          },
  };
}

type Happened = Awaited<ReturnType<typeof historyOf>>;

async function historyViews(
  ctx: Context,
  events: Happened,
  nameOf: NameOf,
): Promise<Reply['history']> {
  const units = await unitNames(
    ctx,
    events.flatMap(({ unitCode }) => unitCode ?? []),
  );
  return events.map(({ type, at, actorId, unitCode }) => ({
    type,
    at: at.toISOString(),
    by: nameOf(actorId),
    unitName: unitCode === null ? null : (units.get(unitCode) ?? null),
  }));
}

function abilities(
  { actor, now }: Context,
  task: Task,
  { last, earlier }: { last: Claim | null; earlier: Extension | null },
): Reply['can'] {
  const yes = ({ allowed }: Decision) => allowed;
  return {
    accept: yes(mayAccept(actor, task)),
    claim: yes(mayClaim(actor, task)),
    judge: yes(mayJudge(actor, task, last)),
    askForTime: yes(mayAskForTime(actor, task, { earlier, now })),
    decideOnTime: yes(mayDecideOnTime(actor, task)),
    withdraw: yes(mayWithdraw(actor, task)),
  };
}
