import type { BodyOf, Said } from '@minsheng/contract/public/exchange.ts';
import { evidencePurpose } from '@minsheng/contract/words/assignment.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { type Assignment, one } from '../dispatch/index.ts';
import { type Incoming, inNameOf } from '../exchange/index.ts';
import * as files from '../files/index.ts';
import { arrive, sign, submit } from '../handling/index.ts';
import { endTransfer, noteTransferReceipt, returnTransfer } from '../intake/index.ts';
import * as orders from '../orders/index.ts';
import { isOpen, type LinkageRecord, move, noteStage, recordsOf } from './records.repo.ts';
import { text } from './text.ts';

/** 110 答复 on what we handed over: its words stay on the order, the record moves, and with it the transfer or the duty of the 110 centre. */
export async function takeAnswer(
  ctx: Context,
  orderId: string,
  { said, uploads }: Pick<Incoming, 'said' | 'uploads'>,
): Promise<void> {
  const order = await orders.lock(ctx, orderId);
  const records = await recordsOf(ctx, orderId);
  const record = meantBy(records);
  const words = wordsOf(said);
  if (words === null) return;
  const kept = await orders.addText(ctx, orderId, { kind: 'note', content: words });
  tell(ctx, { kind: 'order', id: orderId }, 'linkage.answered', {
    record: record?.id ?? null,
    kind: said.kind,
    text: kept.no,
    digest: kept.digest,
  });
  await keepFiles(ctx, orderId, uploads);
  announce(ctx, `desk:${order.status}`);
  // What an agent or the unit has ended here in the meantime is not begun again by a late word.
  if (record && isOpen(record)) await follow(ctx, order, record, said);
}

/** What they show stays on the order, whoever ends the record. */
async function keepFiles(
  ctx: Context,
  orderId: string,
  uploads: Incoming['uploads'],
): Promise<void> {
  const to = { orderId, assignmentId: null, purpose: evidencePurpose('process_record') };
  await files.attach(ctx, await files.claimUploads(ctx, uploads), to);
}

/** What was handed over, the open one first; a clue that came to them besides is answered by its receipt alone. */
function meantBy(records: readonly LinkageRecord[]): LinkageRecord | undefined {
  const handed = records.filter(({ act }) => act === 'transfer' || act === 'together');
  return handed.findLast(isOpen) ?? handed.at(-1) ?? records.findLast(({ act }) => act === 'clue');
}

function wordsOf(said: Said): string | null {
  switch (said.kind) {
    case 'accept':
      return text.accepted(said.body.number);
    case 'progress':
      return text.stage(said.body.stage, said.body.words);
    case 'return':
      return text.returned(said.body.reason);
    case 'result':
      return text.result(said.body.words);
    case 'supplement':
      return text.added(said.body.words);
    case 'urge':
    case 'supervise':
      return text.urging(said.body.words);
    case 'withdraw':
      return text.withdrawn(said.body.reason);
    default:
      return null;
  }
}

async function follow(
  ctx: Context,
  order: orders.Order,
  record: LinkageRecord,
  said: Said,
): Promise<void> {
  if (said.kind === 'accept') await move(ctx, record, 'accepted');
  if (said.kind === 'progress') await noteStage(ctx, record, said.body.stage);
  if (said.kind === 'return') await move(ctx, record, 'returned');
  if (said.kind === 'result') await move(ctx, record, 'done');
  if (record.act === 'transfer' && order.status === 'in-transfer')
    await followTransfer(ctx, order.id, said);
  if (record.act === 'together' && record.assignment_id !== null)
    await followDuty(ctx, order.id, record.assignment_id, said);
}

/** T4: their number, their feedback, or back to the dispatcher (首接负责). */
async function followTransfer(ctx: Context, orderId: string, said: Said): Promise<void> {
  if (said.kind === 'accept')
    await noteTransferReceipt(ctx, { orderId, theirNo: said.body.number.slice(0, 40) });
  if (said.kind === 'return') await returnTransfer(ctx, { orderId, reason: said.body.reason });
  if (said.kind !== 'result') return;
  if (said.body.outcome === 'done') await endTransfer(ctx, { orderId, feedback: said.body.words });
  else await returnTransfer(ctx, { orderId, reason: said.body.words });
}

/** The duty of the 110 centre is signed, on the scene and done by what 110 says, in the name of its unit. */
async function followDuty(
  ctx: Context,
  orderId: string,
  assignmentId: string,
  said: Said,
): Promise<void> {
  const duty = await one(ctx, orderId, assignmentId);
  const acting = { ...ctx, actor: inNameOf(duty, ['handling.work', 'orders.read']) };
  const key = { orderId, assignmentId };
  if (said.kind === 'accept' && duty.state === 'sent') await sign(acting, key);
  if (said.kind === 'progress' && said.body.stage === 'arrived' && isWorking(duty))
    await arrive(acting, { ...key, fileIds: [] });
  // The lead answers the citizen with a whole form: that stays with a person of the unit.
  if (said.kind === 'result' && duty.role !== 'lead' && isWorking(duty))
    await submit(acting, { ...key, ...replyOf(said.body) });
}

const isWorking = ({ state }: Assignment): boolean =>
  state === 'sent' || state === 'signed' || state === 'contacted';

function replyOf({ outcome, words }: BodyOf<'result'>) {
  const isDone = outcome === 'done';
  return {
    isTrue: 'true' as const,
    isSolved: isDone ? ('solved' as const) : ('not-solved' as const),
    unsolvedReason: isDone ? '' : words,
    process: words,
    publicAnswer: words,
    basis: '',
    measures: [],
    assetChanges: [],
    evidence: [],
  };
}
