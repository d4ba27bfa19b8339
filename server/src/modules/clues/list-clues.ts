import type { clueRecords, clues as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { statesOfClueBox } from '@minsheng/contract/words/clues.ts';
import type { Context } from '../../platform/context.ts';
import { readerOf } from '../../platform/db.ts';
import { cutPage, type Place, pageRows, placeOf } from '../../platform/keyset.ts';
import { badInput } from '../../platform/refusal.ts';
import { dayAfter, dayStart } from '../../platform/zone.ts';
import type { Clue } from './clue.ts';
import { clueRows } from './clue-rows.ts';
import { type Counted, countedIn, type Period, type Sums, sumsByKind } from './figures.repo.ts';
import { kindNames } from './kinds.ts';

type Asked = InputOf<typeof contract.listClues>;

/** 线索列表, the latest first. */
export async function listClues(
  ctx: Context,
  asked: Asked,
): Promise<ReplyOf<typeof contract.listClues>> {
  const read = await readRows(ctx, asked, placeOf(asked.cursor));
  const { shown, next } = cutPage(
    read.map((row) => ({ ...row, id: row.clue.id, by: row.clue.marked_at.toISOString() })),
  );
  const counted = new Map(shown.map((row) => [row.id, row.counted]));
  const rows = await clueRows(
    ctx,
    shown.map(({ clue }) => clue),
    counted,
  );
  return { rows, next, shownCap: pageRows };
}

async function readRows(ctx: Context, asked: Asked, before: Place | null): Promise<Counted[]> {
  const { figure, from, to, kind = null } = asked;
  const most = pageRows + 1;
  if (figure !== undefined) {
    if (from === undefined || to === undefined) throw badInput(['from'], ['to']);
    const period = periodOf(ctx, { from, to });
    return countedIn(ctx, { figure, period, kind, before, most });
  }
  const states = statesOfClueBox[asked.box];
  let query = readerOf(ctx.tx)
    .selectFrom('clues.clue')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .orderBy('id', 'desc')
    .limit(most);
  if (states !== null) query = query.where('state', 'in', states);
  if (kind !== null) query = query.where('kind', '=', kind);
  if (before !== null) query = query.where('id', '<', before.id);
  const clues = await query.$castTo<Clue>().execute();
  return clues.map((clue) => ({ clue, counted: 1 }));
}

/** From the beginning of the first day to the end of the last. */
const periodOf = ({ city }: Context, { from, to }: { from: string; to: string }): Period => ({
  from: dayStart(from, city.zone),
  to: dayStart(dayAfter(to, 1), city.zone),
});

/** 线索指标 of a period; each opens to its clues. */
export async function readFigures(
  ctx: Context,
  days: InputOf<typeof clueRecords.readFigures>,
): Promise<ReplyOf<typeof clueRecords.readFigures>> {
  const [rows, names] = await Promise.all([sumsByKind(ctx, periodOf(ctx, days)), kindNames(ctx)]);
  const all = (part: keyof Sums) => rows.reduce((sum, row) => sum + row[part], 0);
  return {
    clues: all('clues'),
    filed: all('filed'),
    verified: all('verified'),
    penaltyFen: all('penalty_fen'),
    receipts: {
      due: all('receipt_due'),
      kept: all('receipt_kept'),
      late: all('receipt_late'),
    },
    feedback: {
      named: all('named'),
      told: all('told'),
      toTell: all('to_tell'),
      anonymous: all('anonymous'),
    },
    byKind: rows
      .filter(({ clues }) => clues > 0)
      .map(({ kind, clues, filed, verified }) => ({
        kind,
        kindName: names.get(kind) ?? kind,
        ...{ clues, filed, verified },
      })),
  };
}
