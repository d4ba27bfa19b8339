import { officialZone } from '@minsheng/contract/words/zone.ts';
import type { Mapping, Row } from './mapping.ts';
import { instantOf, typeOf } from './mapping.ts';
import { readSheet } from './read-table.ts';

type Field = keyof Mapping['columns'];

interface Sign {
  /** Heads that say so, the plainest first; compared without spaces, marks and case. */
  readonly heads: readonly RegExp[];
  /** Whether most cells look like it: a head alone may mislead. */
  readonly looksLike: (cells: readonly string[]) => boolean;
  /** Taken by its cells when no head says so. */
  readonly unnamed: boolean;
}

const most = (cells: readonly string[], is: (cell: string) => boolean, share: number): boolean =>
  cells.length > 0 && cells.filter(is).length >= cells.length * share;

const meanLength = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length);

// The zone does not matter here: a cell is a time in all of them or in none.
const isTime = (cell: string): boolean => instantOf(cell, officialZone) !== null;
const isPhone = (cell: string): boolean => /^\+?\d[\d-]{4,19}$/.test(cell);

// In the order in which they choose: what is plain to see first, the words last but one.
const signs: Readonly<Record<Field, Sign>> = {
  acceptedAt: {
    heads: [
      /受理(时间|日期)/,
      /(来电|登记|留言|反映|创建|提交)(时间|日期)/,
      /时间|日期|time|date|created/,
    ],
    looksLike: (cells) => most(cells, isTime, 0.9),
    unnamed: true,
  },
  phone: {
    heads: [/电话|手机/, /(来电|主叫|联系|反映人|诉求人)(号码|方式)/, /phone|mobile|tel/],
    looksLike: (cells) => most(cells, isPhone, 0.5),
    unnamed: false,
  },
  externalId: {
    heads: [
      /^(工单|诉求|受理|来件|留言)?(编号|单号|流水号)$/,
      /^(工单|诉求)?id$/,
      /编号|单号|^(order|case|message)?(id|no|number)$/,
    ],
    looksLike: (cells) => new Set(cells).size >= cells.length * 0.99,
    unnamed: false,
  },
  content: {
    heads: [
      /^(诉求|工单|来信|反映|投诉|留言|问题|事件)?(内容|详情)$/,
      /^(content|detail|text|body|description)$/,
      /内容|详情|描述|正文|content|detail|text/,
    ],
    looksLike: (cells) => meanLength(cells) >= 8 && !most(cells, isTime, 0.5),
    unnamed: true,
  },
  title: {
    heads: [/标题|主题|^(title|subject)$/],
    looksLike: (cells) => meanLength(cells) >= 3,
    unnamed: false,
  },
  type: {
    heads: [/^(诉求|工单|来电|业务)?(类型|性质)$/, /^type$/, /类型|性质|type/],
    looksLike: (cells) => most(cells, (cell) => typeOf(cell) !== null, 0.6),
    unnamed: false,
  },
  matter: {
    heads: [/事项(编码|代码)?|matter/],
    looksLike: (cells) => most(cells, (cell) => /^\d{6}$/.test(cell), 0.8),
    unnamed: false,
  },
  area: {
    heads: [/区县|县区|所属区域|行政区|辖区/, /区域|^(district|area|region|county)$/],
    looksLike: (cells) =>
      meanLength(cells) <= 20 && !most(cells, (cell) => /^\d+$/.test(cell), 0.5),
    unnamed: false,
  },
  address: {
    heads: [/地址|地点|位置|address|location/],
    looksLike: (cells) => !most(cells, (cell) => /^[\d.,\s-]+$/.test(cell), 0.5),
    unnamed: false,
  },
  name: {
    heads: [
      /^(诉求人|来电人|反映人|联系人|市民)?(姓名|称呼)$|^诉求人$|^来电人$/,
      /^(name|user|caller)$/,
    ],
    looksLike: (cells) => meanLength(cells) <= 20,
    unnamed: false,
  },
};

const fields = [
  'acceptedAt',
  'phone',
  'externalId',
  'content',
  'title',
  'type',
  'matter',
  'area',
  'address',
  'name',
] as const satisfies readonly Field[];

const sampleSize = 500;

/** 试认列名: which column of an unknown file says what, by its heads and by what stands under them. Throws when none holds words. */
export function guessMapping(file: string, defaults: Mapping['defaults']): Mapping {
  const { heads, rows } = readSheet(file);
  const sample = rows.slice(0, sampleSize).map(({ row }) => row);
  const { content, ...others } = guessColumns(heads, sample);
  if (content === undefined) {
    throw new Error(
      `认不出哪一栏是诉求内容,只有:${heads.join('、').slice(0, 200)}。请照 generic.json 写一个映射。`,
    );
  }
  return { name: 'auto', about: '按表头和内容认出', columns: { ...others, content }, defaults };
}

/** One column a field, one field a column. */
export function guessColumns(
  heads: readonly string[],
  rows: readonly Row[],
): Partial<Record<Field, string[]>> {
  const free = new Map(heads.map((head) => [head, cellsOf(rows, head)]));
  const found: Partial<Record<Field, string[]>> = {};
  for (const field of fields) {
    const head = named(signs[field], free) ?? unnamed(field, free);
    if (head === null) continue;
    found[field] = [head];
    free.delete(head);
  }
  return found;
}

type Columns = ReadonlyMap<string, readonly string[]>;

function named({ heads, looksLike }: Sign, columns: Columns): string | null {
  for (const says of heads) {
    for (const [head, cells] of columns) {
      if (says.test(plain(head)) && cells.length > 0 && looksLike(cells)) return head;
    }
  }
  return null;
}

/** The first column of times; the longest of words. */
function unnamed(field: Field, columns: Columns): string | null {
  const { looksLike, unnamed: may } = signs[field];
  if (!may) return null;
  const fitting = [...columns].filter(([, cells]) => cells.length > 0 && looksLike(cells));
  if (field === 'content') fitting.sort(([, a], [, b]) => meanLength(b) - meanLength(a));
  return fitting[0]?.[0] ?? null;
}

const plain = (head: string): string => head.toLowerCase().replaceAll(/[\s_\-()()【】[\]]/g, '');

const cellsOf = (rows: readonly Row[], head: string): string[] =>
  rows.map((row) => (row[head] ?? '').trim()).filter((cell) => cell !== '');
