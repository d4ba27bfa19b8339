import { featuresOf, type Sample } from '../../server/src/modules/learning/index.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { readTime } from './read-day.ts';
import { maybeHeadOf, type Row, readRows } from './read-rows.ts';

export interface DatedSample extends Sample {
  /** Day and hour; empty where the row says no time. */
  readonly at: string;
}

interface Heads {
  readonly title: string | null;
  readonly detail: string;
  readonly label: string;
}

export const titleHeads = ['title', 'subject', '留言主题', '主题', '标题', '诉求标题', '工单标题'];
export const detailHeads = [
  ...['detail', 'text', 'content', 'text_clean', 'body', 'message', 'description'],
  ...['留言详情', '详情', '内容', '诉求内容', '工单内容', '正文', '来电内容'],
];
const labelHeads = [
  ...['label', 'class', 'category', 'target', 'y', 'unit', 'department'],
  ...['一级标签', '标签', '类别', '分类', '一级分类', '事项', '承办单位', '责任单位'],
];

/** The columns said, or those whose heads speak for themselves. */
function headsOf(
  rows: readonly Row[],
  said: { readonly text?: string; readonly label?: string },
): Heads {
  const find = (names: readonly string[], what: string) => {
    const found = maybeHeadOf(rows, names);
    if (found !== null) return found;
    const heads = Object.keys(rows[0] ?? {}).join(', ');
    throw new UsageError(`no column of ${what}; there are: ${heads}`);
  };
  return {
    title: said.text === undefined ? maybeHeadOf(rows, titleHeads) : null,
    detail: find(said.text === undefined ? detailHeads : [said.text], 'texts'),
    label: find(said.label === undefined ? labelHeads : [said.label], 'labels'),
  };
}

/** The file said by `--name`, its columns by `--text` and `--label` where they are. */
export function readSamples(given: Arguments, name: string): DatedSample[] {
  const path = given.path(name);
  const rows = readRows(path);
  const samples = samplesOf(
    rows,
    headsOf(rows, {
      ...(given.has('text') ? { text: given.text('text') } : {}),
      ...(given.has('label') ? { label: given.text('label') } : {}),
    }),
  );
  if (samples.length === 0) throw new UsageError(`${path}: no row has a label`);
  process.stderr.write(`${path}: ${samples.length} of ${rows.length} rows\n`);
  return samples;
}

/** Rows with a label, read as the product reads them; the earliest first where they say when. */
function samplesOf(rows: readonly Row[], { title, detail, label }: Heads): DatedSample[] {
  const dated = dateHeadOf(rows, [title ?? detail, detail, label]);
  const samples = rows.flatMap((row) => {
    const name = row[label]?.trim() ?? '';
    if (name === '') return [];
    const message = { title: title === null ? '' : (row[title] ?? ''), detail: row[detail] ?? '' };
    const at = dated === null ? '' : timeOf(row[dated] ?? '');
    return [{ features: featuresOf(message), label: name, at }];
  });
  return samples.toSorted((a, b) => alphabetical(a.at, b.at));
}

const dateName = /时间|日期|date|time|(^|_)at$|day/i;

function dateHeadOf(rows: readonly Row[], others: readonly string[]): string | null {
  const some = rows.slice(0, 200);
  const heads = Object.keys(rows[0] ?? {}).filter((head) => !others.includes(head));
  const share = (head: string) =>
    some.filter((row) => timeOf(row[head] ?? '') !== '').length / some.length;
  const dated = heads.filter((head) => share(head) > 0.8);
  return dated.find((head) => dateName.test(head)) ?? dated[0] ?? null;
}

function timeOf(cell: string): string {
  const time = readTime(cell);
  return time === null ? '' : `${time.on} ${String(time.hour ?? 0).padStart(2, '0')}`;
}

function alphabetical(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
