import type { ledgerSites as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { attachTo, filesHeldBy, isPhoto } from '../files/index.ts';
import { visitsOf } from '../visits/index.ts';
import { type Ledger, type Move, type Site, siteSubject } from './ledger.ts';
import { lockVisible as lockLedger } from './ledgers.repo.ts';
import { tiedTo } from './links.repo.ts';
import { insertMove, movesOf, talksOf } from './moves.repo.ts';
import { lastState, type Step, stateName } from './path.ts';
import { mayMove } from './policy.ts';
import { change, lockVisible } from './sites.repo.ts';
import { tellCleared } from './tell-cleared.ts';

type Asked = InputOf<typeof contract.moveSite>;

/** 推进点位, by whom its path says and with what its path asks for; into the last state it is struck off (销账). */
export async function moveSite(ctx: Context, asked: Asked): Promise<{ done: true }> {
  const site = await lockVisible(ctx, asked.siteId);
  const ledger = await lockLedger(ctx, site.ledger_id);
  const step = ledger.path.moves.find(({ from, to }) => from === site.state && to === asked.to);
  refuseUnless(step, 'ledgers.no-such-move', { state: stateName(ledger.path, site.state) });
  demand(mayMove(ctx.actor, step, { ledger, site }));
  await attachTo(ctx, asked.fileIds, { kind: 'site', id: site.id });
  const moves = await movesOf(ctx, site.id);
  await refuseUnmet(ctx, { site, ledger, step, moves, asked });
  await insertMove(ctx, {
    site_id: site.id,
    no: moves.length + 1,
    ledger_id: ledger.id,
    from_state: site.state,
    to_state: asked.to,
    words: asked.words,
    file_ids: [...asked.fileIds],
    visit_id: asked.visitId ?? null,
  });
  const isEnd = asked.to === lastState(ledger.path);
  await change(ctx, site.id, {
    state: asked.to,
    state_since: ctx.now,
    ...(isEnd && { ended_at: ctx.now }),
  });
  tell(ctx, siteSubject(site.id), isEnd ? 'ledgers.site-closed' : 'ledgers.site-moved', {
    from: site.state,
    to: asked.to,
    files: [...asked.fileIds],
    visit: asked.visitId ?? null,
  });
  if (isEnd) await tellCleared(ctx, { ledgerId: ledger.id, orderIds: await tiedTo(ctx, site.id) });
  announce(ctx, 'ledgers');
  return { done: true };
}

interface Moving {
  readonly site: Site;
  readonly ledger: Ledger;
  readonly step: Step;
  readonly moves: readonly Move[];
  readonly asked: Asked;
}

async function refuseUnmet(ctx: Context, moving: Moving): Promise<void> {
  const { site, step, asked } = moving;
  if (step.needs.includes('plan')) refuseUnless(site.plan_on !== null, 'ledgers.plan-needed');
  if (step.needs.includes('talk'))
    refuseUnless((await talksOf(ctx, site.id)).length > 0, 'ledgers.talk-needed');
  if (step.needs.includes('photo'))
    refuseUnless(await hasPhoto(ctx, site.id, asked.fileIds), 'ledgers.photo-needed');
  if (step.needs.includes('check')) await refuseUnchecked(ctx, moving);
}

async function hasPhoto(
  ctx: Context,
  siteId: string,
  fileIds: readonly string[],
): Promise<boolean> {
  const files = await filesHeldBy(ctx, siteId);
  return files.some((file) => isPhoto(file) && fileIds.includes(file.id));
}

/**
 * 核查销账: photos of how it stands now, of the last move or of this one, and somebody who never moved this site for its
 * unit. A visit that is named was made by such a person too, and found it put right.
 */
async function refuseUnchecked(
  ctx: Context,
  { site, ledger, moves, asked }: Moving,
): Promise<void> {
  const workers = new Set(
    moves
      .filter(({ from_state: from, to_state: to }) =>
        ledger.path.moves.some((one) => one.from === from && one.to === to && one.hand === 'unit'),
      )
      .map(({ moved_by }) => moved_by),
  );
  const { accountId, kind } = ctx.actor;
  refuseUnless(kind === 'system' || !workers.has(accountId), 'ledgers.own-check');
  const shown = [...asked.fileIds, ...(moves.at(-1)?.file_ids ?? [])];
  refuseUnless(await hasPhoto(ctx, site.id, shown), 'ledgers.photo-needed');
  if (asked.visitId === undefined) return;
  const visits = await visitsOf(ctx, { kind: 'site', id: site.id });
  const visit = visits.find(({ id }) => id === asked.visitId);
  const holds =
    visit?.state === 'done' && visit.outcome === 'fixed' && !workers.has(visit.finished_by);
  refuseUnless(holds, 'ledgers.visit-not-there');
}
