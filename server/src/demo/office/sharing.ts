import type { SharedField } from '@minsheng/contract/words/sharing.ts';
import { keepPage } from '../../modules/data-sharing/ask-peer.jobs.ts';
import { approveShare, askShare, revokeShare } from '../../modules/data-sharing/decide-share.ts';
import { giveOrders } from '../../modules/data-sharing/give-page.ts';
import { hearPeer } from '../../modules/data-sharing/hear-peer.ts';
import { holdShare } from '../../modules/data-sharing/shares.repo.ts';
import { systemActor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import type { Life } from '../lives/scene.ts';
import { dayAt } from '../office-time.ts';
import { line, otherLine, whileOn } from '../other-line.ts';
import { type Errand, found, later, morning, type Office } from './errand.ts';
import { twoLinesWords } from './two-lines-words.ts';

const words = twoLinesWords.shares;
const dayMs = 86_400_000;

/** 数据共享: ours with some batches, theirs fetched, one that is over, and one they ask for that waits for our side. */
export const sharing = (end: Date): Errand[] => [
  { at: morning(end, 18, 10), happens: givenByUs },
  { at: morning(end, 16, 25), happens: givenByThem },
  { at: morning(end, 14, 40), happens: isOver },
  { at: morning(end, 2, 30), happens: asksUs },
];

interface Wish {
  readonly direction: 'out' | 'in';
  readonly purpose: string;
  readonly fields: readonly string[];
  readonly named: readonly Extract<SharedField, 'title' | 'address'>[];
}

/** Asked by the shift lead, approved by the director, then by the other side. */
async function* agreed(office: Office, wish: Wish): Life<string> {
  const { world, staff } = office;
  const { named, fields, ...asked } = wish;
  const { shareId } = await world.do(
    await staff.centre('shift-lead'),
    (ctx) =>
      whileOn(ctx, () =>
        askShare(ctx, { ...asked, peer: otherLine.code, fields: [...fields], days: 180 }),
      ),
    undefined,
  );
  yield later(office, 45);
  await world.do(await staff.centre('director'), approveShare, { shareId, named: [...named] });
  yield later(office, 120);
  await world.do(
    systemActor,
    async (ctx) => hearPeer(ctx, await line(ctx), { act: 'approve', id: shareId }),
    undefined,
  );
  return shareId;
}

async function* givenByUs(office: Office): Life {
  const fields = ['orderNo', 'status', 'matterName', 'areaName', 'acceptedAt', 'title'] as const;
  const named = ['title'] as const;
  const shareId = yield* agreed(office, { direction: 'out', purpose: words.out, fields, named });
  for (const [no, daysAgo] of [15, 10, 4, 1].entries()) {
    yield dayAt(office.end, daysAgo, 7 * 60);
    const dispatcher = await office.staff.centre('dispatcher');
    const orders = await found(office, dispatcher, { status: 'in-progress' });
    const changed = orders.slice(0, 8).map(({ id }) => id);
    await office.world.do(
      systemActor,
      async (ctx: Context) => {
        const share = await holdShare(ctx, shareId);
        const span = { after: no === 0 ? '' : `1.${no}`, next: `1.${no + 1}`, changed };
        if (share) await giveOrders(ctx, share, span);
      },
      undefined,
    );
  }
}

async function* givenByThem(office: Office): Life {
  const fields = ['number', 'kind', 'state', 'area'];
  const shareId = yield* agreed(office, { direction: 'in', purpose: words.in, fields, named: [] });
  const rows = Array.from({ length: 6 }, (_, no) => ({
    number: `YS-${String(100 + no)}`,
    kind: ['邻里纠纷', '噪声扰民', '车辆挪移'][no % 3] ?? '',
    state: no % 2 === 0 ? '已处置' : '处置中',
    area: `示例片区${1 + (no % 2)}`,
  }));
  for (const [no, daysAgo] of [12, 5].entries()) {
    yield dayAt(office.end, daysAgo, 8 * 60);
    const body = { batch: `YS-${no}`, rows: rows.slice(no * 3, no * 3 + 3), next: `n${no + 1}` };
    const answer = { kind: 'proved', status: 200, body: { ...body, more: false } } as const;
    const after = no === 0 ? '' : `n${no}`;
    await office.world.do(systemActor, keepPage, { shareId, after, answer, pages: 1 });
  }
}

async function* isOver(office: Office): Life {
  const fields = ['orderNo', 'status', 'dueAt'];
  const shareId = yield* agreed(office, {
    ...{ direction: 'out', purpose: words.ended, fields, named: [] },
  });
  yield dayAt(office.end, 7, 15 * 60);
  const reason = words.endReason;
  await office.world.do(await office.staff.centre('director'), revokeShare, { shareId, reason });
}

async function* asksUs({ world }: Office): Life {
  yield world.clock.now();
  await world.do(
    systemActor,
    async (ctx) =>
      hearPeer(ctx, await line(ctx), {
        ...{ act: 'ask', id: ctx.newId(), purpose: words.asked, gives: 'asked' },
        fields: ['orderNo', 'status', 'dispatchedAt', 'closedAt', 'address'],
        until: new Date(ctx.now.getTime() + 60 * dayMs).toISOString(),
      }),
    undefined,
  );
}
