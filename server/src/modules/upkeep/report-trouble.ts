import type { TroubleKind } from '@minsheng/contract/words/upkeep.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { waitForCentre, waitNoMore } from '../waits/index.ts';
import { end, holdOpen, put, type Seen } from './troubles.repo.ts';

/** 报告运行异常: seen again it is the same one. Who runs the program is told when it lasts. */
export async function reportTrouble(ctx: Context, seen: Seen): Promise<void> {
  const id = await put(ctx, seen);
  if (id === null) return;
  tell(ctx, { kind: 'trouble', id }, 'upkeep.began', { kind: seen.kind, about: seen.about });
  announce(ctx, 'upkeep');
  await waitForCentre(ctx, { kind: 'trouble', id, no: 0 }, 'trouble');
}

/** 恢复正常: nothing is wrong any more, whether anything was or not. */
export async function troubleOver(ctx: Context, kind: TroubleKind, about: string): Promise<void> {
  const found = await holdOpen(ctx, { kind, about });
  if (!found) return;
  await endTrouble(ctx, found.id, { ended: 'itself', words: null });
}

export async function endTrouble(
  ctx: Context,
  id: string,
  how: Parameters<typeof end>[2],
): Promise<void> {
  await end(ctx, id, how);
  tell(ctx, { kind: 'trouble', id }, 'upkeep.ended', { ended: how.ended });
  announce(ctx, 'upkeep');
  await waitNoMore(ctx, { kind: 'trouble', id, no: 0 });
}
