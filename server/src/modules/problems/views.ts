import type { problems as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { accountNames } from '../identity/index.ts';
import * as matters from '../matters/index.ts';
import * as organisation from '../organisation/index.ts';
import type { ProblemRow } from './problems.repo.ts';
import { growthFactor, harmFactor } from './rank.ts';
import type { RunRow } from './runs.repo.ts';

type RunView = ReplyOf<typeof contract.readRun>['run'];
type Found = ReplyOf<typeof contract.readRun>['rows'][number];

/** Runs as people read them. */
export async function runViews(ctx: Context, rows: readonly RunRow[]): Promise<RunView[]> {
  const [areas, accounts] = await Promise.all([
    organisation.areaNames(
      ctx,
      rows.flatMap(({ area_code }) => area_code ?? []),
    ),
    accountNames(
      ctx,
      rows.map(({ asked_by }) => asked_by),
    ),
  ]);
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      state: row.state,
      phase: row.phase,
      done: row.done,
      total: row.total,
      askedAt: row.asked_at.toISOString(),
      askedBy: row.asked_by === null ? null : (accounts.get(row.asked_by) ?? ''),
      from: row.from_on,
      to: row.to_on,
      areaName: row.area_code === null ? null : (areas.get(row.area_code) ?? row.area_code),
      matterName: row.matter === null ? null : await matterName(ctx, row.matter),
      withoutNames: await Promise.all(row.without.map((code) => matterName(ctx, code))),
      messages: row.messages,
      messagesBefore: row.messages_before,
      readFrom: row.read_from?.toISOString() ?? null,
      problems: row.problems,
      grouped: row.grouped,
    })),
  );
}

const matterName = async (ctx: Context, code: string): Promise<string> =>
  (await matters.prefixName(ctx, code)) ?? code;

/** Found problems as people read them. */
export async function problemViews(ctx: Context, rows: readonly ProblemRow[]): Promise<Found[]> {
  const areas = await organisation.areaNames(
    ctx,
    rows.flatMap(({ area_code }) => area_code ?? []),
  );
  return Promise.all(
    rows.map(async (row) => {
      const { area_code: area, matter_code: matter } = row;
      const areaName = area === null ? undefined : areas.get(area);
      return {
        ...numbersOf(row),
        id: row.id,
        rank: row.rank,
        state: row.state,
        name: row.name,
        names: [...row.names],
        words: [...row.words],
        matter:
          matter === null
            ? null
            : { name: await matterName(ctx, matter), share: row.matter_share ?? 0 },
        area: areaName === undefined ? null : { name: areaName, share: row.area_share ?? 0 },
        issueId: row.issue_id,
      };
    }),
  );
}

function numbersOf(row: ProblemRow) {
  const { people, messages, people_before: peopleBefore, weight, bars } = row;
  const { urgent, again, dissatisfied, rated, vulnerable } = row;
  const counted = {
    people,
    messages,
    peopleBefore,
    urgent,
    again,
    dissatisfied,
    rated,
    vulnerable,
  };
  return {
    ...counted,
    weight,
    bars,
    growthFactor: growthFactor(counted),
    harmFactor: harmFactor(counted),
  };
}
