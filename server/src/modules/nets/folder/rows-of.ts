import { createHash } from 'node:crypto';
import { CsvError, parse } from 'csv-parse/sync';

export interface FolderRow {
  /** Of the file, the heads being line 1; a cell with a break counts its lines. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** 表头, in Chinese as old systems write them, or in the words of the protocol. */
const heads: Readonly<Record<string, string>> = {
  编号: 'number',
  标题: 'title',
  内容: 'words',
  类型: 'type',
  事项: 'matter',
  区划: 'area',
  地址: 'address',
  姓名: 'name',
  电话: 'phone',
  发生时间: 'occurredAt',
  办理时限: 'dueAt',
  种类: 'kind',
  工单编号: 'orderNo',
  情形: 'what',
  应办单位: 'properUnit',
};

/** 报文字段, as the heads of a file call it. */
export const columnOf = (field: string): string | undefined => columns[field];

const columns: Readonly<Record<string, string>> = {
  'case.sender': '编号',
  'body.appeal.title': '标题',
  'body.appeal.words': '内容',
  'body.appeal.typeCode': '类型',
  'body.appeal.matterCode': '事项',
  'body.place.areaCode': '区划',
  'body.place.text': '地址',
  'body.requester.name': '姓名',
  'body.requester.phone': '电话',
  'body.appeal.occurredAt': '发生时间',
  'body.dueAt': '办理时限',
  kind: '种类',
  case: '工单编号',
  'body.words': '内容',
  'body.reason': '内容',
  'body.stage': '情形',
  'body.outcome': '情形',
  'body.reasonCode': '情形',
  'body.properUnit': '应办单位',
};

/** A file of appeals alone says of each its type; one of other news as well says of each what it is. */
const isWhole = (known: readonly string[]): boolean =>
  ['number', 'words'].every((head) => known.includes(head)) &&
  (known.includes('type') || known.includes('kind'));

/** A file as rows, in UTF-8 or GB 18030; null: it is no whole CSV with the heads that are needed. */
export function rowsOf(bytes: Buffer): FolderRow[] | null {
  let known: string[] = [];
  try {
    const read = parse<Parsed>(textOf(bytes), {
      columns: (found: string[]) => {
        known = found.map((head) => heads[head.trim()] ?? head.trim());
        return known;
      },
      info: true,
      bom: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    });
    return isWhole(known) ? numbered(read) : null;
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

interface Parsed {
  readonly info: { readonly lines: number; readonly empty_lines: number };
  readonly record: Record<string, string>;
}

/** Where each row begins: what is read says where it ended. */
function numbered(read: readonly Parsed[]): FolderRow[] {
  return read.map(({ info, record }, no) => {
    const last = read[no - 1]?.info ?? { lines: 1, empty_lines: 0 };
    return { line: last.lines + info.empty_lines - last.empty_lines + 1, cells: record };
  });
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

export const sha256 = (of: Buffer | string): string =>
  createHash('sha256').update(of).digest('hex');
