import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, type Decision } from '../../platform/refusal.ts';
import type { TrainingRow } from './trainings.repo.ts';
import type { VersionRow } from './versions.repo.ts';

export const mayGovern = (actor: Actor): Decision =>
  allowIf(actor.has('learning.govern'), 'identity.not-permitted');

/** Another than the one in use, and still kept. */
export const mayPutInUse = (
  actor: Actor,
  { state, has_bytes }: Pick<VersionRow, 'state' | 'has_bytes'>,
): Decision =>
  all(
    mayGovern(actor),
    allowIf(state !== 'in-use', 'learning.already-in-use'),
    allowIf(has_bytes, 'learning.version-gone'),
  );

const isAtWork = (training: Pick<TrainingRow, 'state'> | null): boolean =>
  training?.state === 'waiting' || training?.state === 'running';

export const mayRetrain = (actor: Actor, training: Pick<TrainingRow, 'state'> | null): Decision =>
  all(mayGovern(actor), allowIf(!isAtWork(training), 'learning.at-work'));
