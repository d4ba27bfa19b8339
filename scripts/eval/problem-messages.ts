import type { Message } from '../../server/src/modules/issues/index.ts';
import type { Gazetteer } from '../../server/src/modules/mentions/index.ts';
import { UsageError } from './arguments.ts';
import { gazetteerOfCities, knownCities } from './known-cities.ts';
import { readTime } from './read-day.ts';
import { idOf } from './read-gold.ts';
import { headOf, maybeHeadOf, readRows } from './read-rows.ts';

/** The areas of those of our cities that the rows name; of another city's rows we know none. */
export function gazetteerFor(messages: readonly Message[]): Gazetteer {
  const named = new Set(messages.map(({ area }) => area));
  return gazetteerOfCities(knownCities().filter(({ name }) => named.has(name)));
}

const heads = {
  id: [
    'id',
    'ID',
    'Id',
    '留言编号',
    '工单编号',
    '编号',
    '消息编号',
    'message_id',
    'messageId',
    'no',
  ],
  person: [
    'person',
    '留言用户',
    '用户',
    '来电人',
    '诉求人',
    '留言人',
    'user',
    'user_id',
    'userId',
    '电话',
  ],
  title: ['title', '留言主题', '主题', '标题', '诉求标题', 'subject', 'topic'],
  detail: [
    'detail',
    '留言详情',
    '详情',
    '内容',
    '留言内容',
    '诉求内容',
    '工单内容',
    'content',
    'text',
    'body',
  ],
  at: [
    'at',
    '留言时间',
    '时间',
    '受理时间',
    '来电时间',
    '诉求时间',
    '创建时间',
    'time',
    'date',
    'datetime',
  ],
  matter: ['matter', '一级标签', '一级分类', '分类', '类别', 'label', 'category'],
  area: ['area', '区县', '所属区县', '区域', '城市', 'county', 'district', 'city'],
} as const;

export function readMessages(path: string): Message[] {
  const rows = readRows(path);
  const head = {
    id: headOf(rows, heads.id),
    detail: maybeHeadOf(rows, heads.detail),
    title: maybeHeadOf(rows, heads.title),
    person: maybeHeadOf(rows, heads.person),
    at: maybeHeadOf(rows, heads.at),
    matter: maybeHeadOf(rows, heads.matter),
    area: maybeHeadOf(rows, heads.area),
  };
  if (head.title === null && head.detail === null)
    throw new UsageError(`no column of words; there are: ${Object.keys(rows[0] ?? {}).join(', ')}`);
  const seen = new Map<string, Message>();
  for (const row of rows) {
    const cell = (name: string | null) => (name === null ? '' : (row[name] ?? '').trim());
    const id = idOf(cell(head.id));
    if (id === '' || seen.has(id)) continue;
    seen.set(id, {
      id,
      person: cell(head.person) || id,
      title: cell(head.title),
      detail: cell(head.detail),
      at: instantOf(cell(head.at)),
      matter: cell(head.matter) || null,
      area: cell(head.area) || null,
    });
  }
  return [...seen.values()];
}

function instantOf(cell: string): Date | null {
  const read = readTime(cell);
  if (read === null) return null;
  const at = new Date(`${read.on}T12:00:00Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}
