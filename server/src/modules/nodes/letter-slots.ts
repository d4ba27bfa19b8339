import type { Context } from '../../platform/context.ts';
import { dayAfter } from '../../platform/zone.ts';
import type { NodeRow } from './nodes.repo.ts';
import { latestDone } from './readings.repo.ts';
import { letterText } from './text.ts';
import type { WatchRow } from './watches.repo.ts';

export const letterTemplate = 'node-reminder';
const replyDaysBefore = 3;

/** 提醒函的拟稿: the snapshot in the words of a letter; its quotes name nobody. */
export async function letterSlots(
  ctx: Context,
  watch: WatchRow,
  node: NodeRow,
): Promise<Record<string, string>> {
  const reading = await latestDone(ctx, node.id);
  const windows = (reading?.windows ?? [])
    .filter(({ role }) => role !== 'own')
    .map(({ name }) => name);
  const { name, snapshot } = watch;
  const reasons = snapshot?.reasons ?? [];
  return {
    subject: letterText.subject(node.name, name),
    basis: letterText.basis(windows.length > 0 ? windows.join('、') : node.name),
    data: snapshot
      ? letterText.data(name, snapshot.people, snapshot.orders, Math.round(snapshot.expected))
      : letterText.noData(name),
    problem:
      reasons.length > 0
        ? reasons
            .map(({ words, people, quote }, at) => letterText.problem(at + 1, words, people, quote))
            .join('\n')
        : letterText.noProblem,
    advice: letterText.advice,
    reply_by: letterText.replyBy(dayAfter(node.first_on, -replyDaysBefore)),
  };
}
