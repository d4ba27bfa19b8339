import type { release as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { removalKinds } from '@minsheng/contract/words/release.ts';
import type { Context } from '../../platform/context.ts';
import { historyOf } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { accountNames } from '../identity/index.ts';
import { textsOf } from '../orders/index.ts';
import { mayCheck, mayTake, mayWithdraw } from './policy.ts';
import { keptBack, removedIn } from './put-back.ts';
import * as textsRepo from './release-texts.repo.ts';
import * as repo from './releases.repo.ts';
import { wordsNow } from './text-words.ts';

const shownCap = 50;
/** From here on a text is shown as doubtful. */
const doubtful = 0.5;

type Row = ReplyOf<typeof contract.listReleases>['rows'][number];

/** 外发列表. */
export async function listReleases(ctx: Context): Promise<ReplyOf<typeof contract.listReleases>> {
  const rows = await repo.latest(ctx, shownCap);
  return { rows: await shown(ctx, rows), shownCap };
}

export async function readRelease(
  ctx: Context,
  { releaseId }: InputOf<typeof contract.readRelease>,
): Promise<ReplyOf<typeof contract.readRelease>> {
  const release = await held(ctx, releaseId);
  const [rows, texts] = await Promise.all([
    shown(ctx, [release]),
    textsRepo.textsOfRelease(ctx, releaseId),
  ]);
  const [row] = rows;
  refuseUnless(row, 'release.no-such-release');
  const counts = removedIn(texts);
  return {
    ...row,
    taken: await takings(ctx, releaseId),
    removed: removalKinds.flatMap((kind) =>
      counts[kind] > 0 ? [{ kind, count: counts[kind] }] : [],
    ),
    putBack: keptBack(texts).length,
    can: {
      check: mayCheck(ctx.actor, release).allowed,
      take: mayTake(ctx.actor, { ...release, checkers: checkersOf(texts) }, ctx.now).allowed,
      withdraw: mayWithdraw(ctx.actor, release).allowed,
    },
  };
}

/** 下一段: what is least certain first. Whoever reads it is kept in the audit. */
export async function nextText(
  ctx: Context,
  { releaseId }: InputOf<typeof contract.nextText>,
): Promise<ReplyOf<typeof contract.nextText>> {
  const release = await held(ctx, releaseId);
  if (release.state === 'ready') return { text: null, left: 0 };
  demand(mayCheck(ctx.actor, release));
  const [row, progress] = await Promise.all([
    textsRepo.nextToCheck(ctx, releaseId),
    textsRepo.progressOf(ctx, [releaseId]),
  ]);
  const { texts = 0, checked = 0 } = progress.get(releaseId) ?? {};
  if (row === null) return { text: null, left: 0 };
  Object.assign(ctx.unitOfWork.facts, { releaseId, no: row.no, orderId: row.order_id });
  const { no, line, part, removals, doubt } = row;
  const words = wordsNow(ctx, await textsOf(ctx, row.order_id), row);
  return {
    text: {
      no,
      line,
      part,
      words: words ?? '',
      removals: words === null ? [] : removals,
      isDoubtful: doubt >= doubtful,
    },
    left: texts - checked,
  };
}

/** 下载记录. */
async function takings(ctx: Context, releaseId: string): Promise<{ by: string; at: string }[]> {
  const chain = await historyOf(ctx, { kind: 'release', id: releaseId });
  const taken = chain.filter(({ type }) => type === 'release.taken');
  const names = await accountNames(
    ctx,
    taken.map(({ actorId }) => actorId),
  );
  return taken.map(({ actorId, at }) => ({
    by: names.get(actorId ?? '') ?? '',
    at: at.toISOString(),
  }));
}

export const checkersOf = (texts: readonly textsRepo.TextRow[]): string[] => [
  ...new Set(texts.flatMap(({ checked_by }) => checked_by ?? [])),
];

export async function held(ctx: Context, releaseId: string): Promise<repo.ReleaseRow> {
  const release = await repo.find(ctx, releaseId);
  refuseUnless(release, 'release.no-such-release');
  return release;
}

async function shown(ctx: Context, rows: readonly repo.ReleaseRow[]): Promise<Row[]> {
  const [names, progress] = await Promise.all([
    accountNames(
      ctx,
      rows.flatMap(({ asked_by, withdrawn_by }) => [asked_by, withdrawn_by]),
    ),
    textsRepo.progressOf(
      ctx,
      rows.map(({ id }) => id),
    ),
  ]);
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    purpose: row.purpose,
    recipient: row.recipient,
    askedBy: names.get(row.asked_by) ?? '',
    askedAt: row.asked_at.toISOString(),
    orders: row.order_ids.length,
    texts: progress.get(row.id)?.texts ?? 0,
    checked: progress.get(row.id)?.checked ?? 0,
    expiresAt: row.expires_at?.toISOString() ?? null,
    withdrawn: row.withdrawn_at && {
      by: names.get(row.withdrawn_by ?? '') ?? '',
      at: row.withdrawn_at.toISOString(),
      why: row.withdrawn_why ?? '',
    },
  }));
}
