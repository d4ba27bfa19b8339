import type { campaigns as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { accountNames } from '../identity/index.ts';
import * as matters from '../matters/index.ts';
import {
  type Candidate,
  candidatesOf,
  findSnapshot,
  latestSnapshots,
  type Snapshot,
} from './snapshots.repo.ts';
import { growthFactor, harmFactor, solvableFactor } from './topic-rank.ts';

type Reply = ReplyOf<typeof contract.readSnapshot>;

const shownSnapshots = 30;

/** 选题排序列表. */
export async function listSnapshots(ctx: Context): Promise<ReplyOf<typeof contract.listSnapshots>> {
  const rows = await latestSnapshots(ctx, shownSnapshots);
  return { rows: await snapshotViews(ctx, rows), shownCap: shownSnapshots };
}

/** 一次选题排序, as it was kept. */
export async function readSnapshot(
  ctx: Context,
  { snapshotId }: InputOf<typeof contract.readSnapshot>,
): Promise<Reply> {
  const row = await findSnapshot(ctx, snapshotId);
  refuseUnless(row, 'campaigns.no-such-snapshot');
  const [views, candidates] = await Promise.all([
    snapshotViews(ctx, [row]),
    candidatesOf(ctx, snapshotId),
  ]);
  const [snapshot] = views;
  refuseUnless(snapshot, 'campaigns.no-such-snapshot');
  return { snapshot, rows: await Promise.all(candidates.map((one) => candidateView(ctx, one))) };
}

async function snapshotViews(
  ctx: Context,
  rows: readonly Snapshot[],
): Promise<Reply['snapshot'][]> {
  const names = await accountNames(
    ctx,
    rows.map(({ made_by }) => made_by),
  );
  return rows.map((row) => ({
    id: row.id,
    year: row.year,
    quarter: row.quarter,
    madeAt: row.made_at.toISOString(),
    madeBy: names.get(row.made_by ?? '') ?? '',
    from: row.from_on,
    to: row.to_on,
  }));
}

async function candidateView(ctx: Context, row: Candidate): Promise<Reply['rows'][number]> {
  const figures = {
    volume: row.volume,
    volumeBefore: row.volume_before,
    repeated: { numerator: row.repeated, denominator: row.repeated_of },
    returned: { numerator: row.returned, denominator: row.returned_of },
    dissatisfied: { numerator: row.dissatisfied, denominator: row.dissatisfied_of },
    urgent: { numerator: row.urgent, denominator: row.urgent_of },
    solved: { numerator: row.solved, denominator: row.solved_of },
  };
  return {
    ...figures,
    no: row.no,
    matter: row.matter,
    matterName: await matters.prefixName(ctx, row.matter),
    weight: row.weight,
    growthFactor: growthFactor(figures),
    harmFactor: harmFactor(figures),
    solvableFactor: solvableFactor(figures),
  };
}
