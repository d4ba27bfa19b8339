import type { learning as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { modelKinds } from '@minsheng/contract/words/learning.ts';
import type { Context } from '../../platform/context.ts';
import { accountName } from '../identity/index.ts';
import { fewestForVersion } from './ask-retraining.ts';
import { fewestToCompare } from './compare.ts';
import { type Kind, spanAfter } from './decisions.repo.ts';
import { mayPutInUse, mayRetrain } from './policy.ts';
import { mostDecisions } from './retrain.ts';
import { type TrainingRow, training } from './trainings.repo.ts';
import { latestOf, type VersionRow } from './versions.repo.ts';

type Reply = ReplyOf<typeof contract.listModels>;
type Model = Reply['models'][number];

const shownVersions = 12;
const mostWaiting = 1_000;

/** 模型一览. */
export async function listModels(ctx: Context): Promise<Reply> {
  const models = await Promise.all(modelKinds.map((kind) => modelOf(ctx, kind)));
  return { models, mostDecisions, fewestForVersion, fewestToCompare };
}

async function modelOf(ctx: Context, kind: Kind): Promise<Model> {
  const [rows, row] = await Promise.all([latestOf(ctx, kind, shownVersions), training(ctx, kind)]);
  const { count } = await spanAfter(ctx, { kind, seq: rows[0]?.upto_seq ?? 0, most: mostWaiting });
  return {
    kind,
    versions: await Promise.all(rows.map((version) => versionOf(ctx, version))),
    waiting: count,
    training: row && (await trainingOf(ctx, row)),
    can: { retrain: mayRetrain(ctx.actor, row).allowed },
  };
}

async function versionOf(ctx: Context, row: VersionRow): Promise<Model['versions'][number]> {
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    madeAt: row.made_at.toISOString(),
    askedBy: await nameOf(ctx, row.asked_by),
    fromDecision: row.from_seq,
    uptoDecision: row.upto_seq,
    samples: row.samples,
    labels: row.labels,
    seconds: row.seconds,
    sizeBytes: row.size,
    verdict: row.verdict,
    compared: row.compared,
    usedSince: row.used_since?.toISOString() ?? null,
    settled: row.settled_at && {
      by: (await nameOf(ctx, row.settled_by)) ?? '',
      at: row.settled_at.toISOString(),
      reason: row.reason ?? '',
    },
    can: { putInUse: mayPutInUse(ctx.actor, row).allowed },
  };
}

async function trainingOf(ctx: Context, row: TrainingRow): Promise<NonNullable<Model['training']>> {
  const { state, phase, done, total } = row;
  const askedBy = await nameOf(ctx, row.asked_by);
  return { state, phase, done, total, askedAt: row.asked_at.toISOString(), askedBy };
}

const nameOf = async (ctx: Context, id: string | null): Promise<string | null> =>
  id === null ? null : accountName(ctx, id);
