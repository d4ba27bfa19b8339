import { news, on } from '../../platform/events.ts';
import { handle, job } from '../../platform/jobs.ts';
import { one } from '../dispatch/index.ts';
import { isToPolice, transferOf } from '../intake/index.ts';
import { handOver } from './hand-over.ts';

const put = job('linkage:put-through', news);
on('intake.transferred', put);

/** 一键转接: what an agent puts through to 110 goes there as a message as well. */
handle(put, async (ctx, { id }) => {
  const transfer = await transferOf(ctx, id);
  if (!transfer || transfer.ended_at !== null || !isToPolice(transfer.to_party)) return;
  await handOver(ctx, id, {
    act: 'transfer',
    mode: transfer.by_three_way ? 'three-way' : 'one-key',
    assignmentId: null,
    listRow: transfer.list_row,
    firstReceiver: transfer.first_receiver,
  });
});

const together = job('linkage:together', news);
on('dispatch.assigned', together);

/** 双派: a duty of the 110 centre is a police order over there in the same minute. */
handle(together, async (ctx, { id, data }) => {
  if (typeof data.assignment !== 'string' || data.role === 'copy') return;
  const duty = await one(ctx, id, data.assignment);
  if (duty.unit_kind !== 'police' || duty.state === 'revoked') return;
  await handOver(ctx, id, {
    act: 'together',
    mode: 'together',
    assignmentId: duty.id,
    listRow: null,
    firstReceiver: false,
  });
});
