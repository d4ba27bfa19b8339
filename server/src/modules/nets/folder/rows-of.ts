import { createHash } from 'node:crypto';
import { CsvError, parse } from 'csv-parse/sync';
import { instantAt, isDay } from '../../../platform/zone.ts';

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
};

const needed = ['number', 'words', 'type'];

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
    return needed.every((head) => known.includes(head)) ? numbered(read) : null;
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

export interface Source {
  readonly peer: string;
  /** The digest of the file. */
  readonly file: string;
  readonly at: Date;
  readonly zone: string;
}

/** 行即报文: its name is made of file and line, so that the same file again is nothing new. */
export function envelopeOf({ peer, file, at, zone }: Source, { line, cells }: FolderRow): Buffer {
  const { number = '', title = '', words = '', type = '', name, phone } = cells;
  const maybe = (key: string, said: string | undefined) => (said ? { [key]: said } : {});
  return Buffer.from(
    JSON.stringify({
      version: '1',
      id: nameOf(peer, file, line),
      kind: 'transfer',
      seq: 1,
      at: at.toISOString(),
      case: { sender: number },
      via: [peer],
      body: {
        appeal: {
          title: (title || words).slice(0, 100),
          words,
          typeCode: type,
          ...maybe('matterCode', cells.matter),
          ...maybe('occurredAt', instantOf(cells.occurredAt, zone)),
        },
        place: { text: cells.address ?? '', ...maybe('areaCode', cells.area) },
        requester: { anonymous: !name && !phone, ...maybe('name', name), ...maybe('phone', phone) },
        mode: 'push',
        ...maybe('dueAt', instantOf(cells.dueAt, zone)),
      },
    }),
  );
}

/** `2026-03-02 10:20` is by the clocks of the city; whatever else it is, the message's shape says no. */
function instantOf(said: string | undefined, zone: string): string | undefined {
  if (!said) return undefined;
  const [, on = '', time = ''] =
    /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2})?)$/.exec(said) ?? [];
  return isDay(on) ? instantAt(on, time, zone).toISOString() : said;
}

/** A UUID of version 8: of the content of the file and the line. */
function nameOf(peer: string, file: string, line: number): string {
  const hex = sha256(`${peer}/${file}/${line}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
