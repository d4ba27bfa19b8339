import type { Verdict } from '@minsheng/contract/words/learning.ts';
import type { Context } from '../../platform/context.ts';
import { announce, isNew, tell } from '../../platform/events.ts';
import { compare, takesOver, verdictOf } from './compare.ts';
import { forgetFolded } from './days.repo.ts';
import type { Kind } from './decisions.repo.ts';
import { keepReplay, saidBefore } from './suggestions.repo.ts';
import type { ThreadResult } from './train-in-thread.ts';
import * as trainings from './trainings.repo.ts';
import * as versions from './versions.repo.ts';

export interface NewlyTrained extends ThreadResult {
  readonly from: number;
  readonly upto: number;
  readonly seconds: number;
  /** Keyed, of the words of each decision the trial judged; none once there is a version in use. */
  readonly hashes: ReadonlyMap<number, Buffer>;
}

/** Versions besides the one in use that can still be put into use. */
const keptVersions = 4;

/** 留存: a new version, judged beside the one in use; it takes over unless it is clearly worse. Null: there was nothing to learn. */
export async function keepVersion(
  ctx: Context,
  which: { readonly kind: Kind; readonly id: string },
  trained: NewlyTrained | null,
): Promise<void> {
  const asked = await trainings.lock(ctx, which.kind);
  if (asked?.id !== which.id || asked.state === 'done') return;
  await trainings.move(ctx, which, { state: 'done' });
  announce(ctx, 'learning');
  if (!trained) return;
  const { kind } = which;
  const before = await versions.inUse(ctx, kind);
  // Nothing was in use yet: what the trial said, having learnt only what came before, is all there is to know.
  if (!before) await keepWhatTrialSaid(ctx, kind, trained);
  const seqs = trained.judged.map(({ seq }) => seq);
  const compared = before && compare(trained.judged, await saidBefore(ctx, seqs));
  const verdict = verdictOf(compared, before);
  await versions.refuseWaiting(ctx, kind);
  const id = ctx.newId();
  const number = await versions.insert(ctx, {
    id,
    kind,
    state: 'candidate',
    made_at: ctx.now,
    asked_by: asked.asked_by,
    from_seq: trained.from,
    upto_seq: trained.upto,
    samples: trained.taught,
    labels: trained.labels,
    mix: trained.mix,
    seconds: trained.seconds,
    size: trained.bytes.byteLength,
    bytes: trained.bytes,
    verdict,
    compared,
  });
  const subject = { kind: 'model', id } as const;
  isNew(ctx, subject);
  tell(ctx, subject, 'learning.trained', { model: kind, number, verdict });
  if (takesOver(verdict)) await takeOverByRule(ctx, { id, kind, number, verdict }, before);
  const latest = await versions.latestOf(ctx, kind, keptVersions + 1);
  const kept = latest.map((version) => version.id);
  await versions.dropBytes(ctx, kind, kept);
}

async function keepWhatTrialSaid(
  ctx: Context,
  kind: Kind,
  { judged, hashes }: NewlyTrained,
): Promise<void> {
  const rows = judged.flatMap((said) => {
    const inputHash = hashes.get(said.seq);
    return inputHash ? [{ ...said, inputHash }] : [];
  });
  await keepReplay(ctx, kind, rows);
  // Days long folded may have got more.
  await forgetFolded(ctx, kind);
}

async function takeOverByRule(
  ctx: Context,
  { id, kind, number, verdict }: { id: string; kind: Kind; number: number; verdict: Verdict },
  before: versions.VersionRow | null,
): Promise<void> {
  if (before) await versions.change(ctx, before.id, { state: 'former' });
  await versions.change(ctx, id, { state: 'in-use', came_by: 'rule', used_since: ctx.now });
  tell(ctx, { kind: 'model', id }, 'learning.put-in-use', {
    model: kind,
    number,
    by: 'rule',
    verdict,
    before: before?.id ?? null,
  });
}
