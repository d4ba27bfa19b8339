import { UsageError } from './arguments.ts';
import { maybeHeadOf, type Row, readRows } from './read-rows.ts';

export interface GoldProblem {
  readonly problem: string;
  readonly ids: readonly string[];
}

const problemHeads = [
  'problem',
  '问题ID',
  '问题id',
  '问题编号',
  '问题',
  '热点问题',
  '问题描述',
  '热度排名',
  'problem_id',
  'problemId',
  'cluster',
  'group',
  'issue',
  'name',
  'label',
];
const listHeads = ['ids', 'messages', 'members', 'message_ids', 'messageIds', '留言编号列表'];
const idHeads = ['留言编号', 'id', 'ID', '编号', '工单编号', 'message_id', 'messageId', 'message'];

/** Given problems of rows with a list of ids, or of rows with a problem and an id each; ids nobody sent are left out. */
export function readGold(path: string, known: ReadonlySet<string>): GoldProblem[] {
  const rows = readRows(path);
  const list = maybeHeadOf(rows, listHeads);
  const id = maybeHeadOf(rows, idHeads);
  const problem = maybeHeadOf(rows, problemHeads);
  const pairs = list !== null ? fromLists(rows, list, problem) : fromRows(rows, id, problem);
  const byProblem = Map.groupBy(
    pairs.filter((pair) => known.has(pair.id)),
    (pair) => pair.problem,
  );
  const missing = pairs.length - [...byProblem.values()].flat().length;
  if (missing > 0) process.stderr.write(`${missing} ids of the given problems are no messages\n`);
  if (byProblem.size === 0) throw new UsageError(`no given problem names a message: ${path}`);
  return [...byProblem].map(([name, found]) => ({
    problem: name,
    ids: [...new Set(found.map((pair) => pair.id))],
  }));
}

interface Pair {
  readonly problem: string;
  readonly id: string;
}

function fromLists(rows: readonly Row[], list: string, problem: string | null): Pair[] {
  return rows.flatMap((row, at) =>
    idsIn(row[list] ?? '').map((id) => ({ problem: nameOf(row, problem) || `${at + 1}`, id })),
  );
}

function fromRows(rows: readonly Row[], id: string | null, problem: string | null): Pair[] {
  if (id !== null && problem !== null)
    return rows
      .map((row) => ({ problem: nameOf(row, problem), id: idOf(row[id] ?? '') }))
      .filter((pair) => pair.problem !== '');
  // One object whose keys are the problems.
  const lists = rows.flatMap((row) => Object.entries(row));
  if (lists.length > 0 && lists.every(([, cell]) => cell.startsWith('[')))
    return lists.flatMap(([name, cell]) => idsIn(cell).map((one) => ({ problem: name, id: one })));
  const heads = Object.keys(rows[0] ?? {}).join(', ');
  throw new UsageError(`no columns of a problem and a message id; there are: ${heads}`);
}

const nameOf = (row: Row, problem: string | null): string =>
  problem === null ? '' : (row[problem] ?? '').trim();

const idsIn = (cell: string): string[] =>
  cell
    .split(/[\s,;、，；|"[\]]+/)
    .map(idOf)
    .filter((id) => id !== '');

/** A table that took numbers for measures writes 193091.0. */
export const idOf = (cell: string): string => cell.trim().replace(/^(\d+)\.0+$/, '$1');
