import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AppealType, appealTypeLabel, appealTypes } from '@minsheng/contract/words/order.ts';
import { z } from 'zod';
import { projectRoot } from '../platform/config.ts';
import { instantAt, isDay } from '../platform/zone.ts';

const heads = z.array(z.string().min(1)).min(1);

/** 导入映射: which column of a foreign file says what. Several heads may be named; the first that is there counts. */
const mapping = z.object({
  name: z.string(),
  about: z.string(),
  columns: z.object({
    content: heads,
    title: heads.optional(),
    acceptedAt: heads.optional(),
    type: heads.optional(),
    matter: heads.optional(),
    area: heads.optional(),
    address: heads.optional(),
    externalId: heads.optional(),
    name: heads.optional(),
    phone: heads.optional(),
  }),
  defaults: z.object({ matter: z.string().regex(/^\d{6}$/) }),
});
export type Mapping = z.output<typeof mapping>;

/** As said to the person who imports. */
export const fieldLabel: Readonly<Record<string, string>> = {
  content: '诉求内容',
  title: '标题',
  acceptedAt: '受理时间',
  type: '诉求类型',
  matter: '事项编码',
  area: '区域',
  address: '地址',
  externalId: '编号',
  name: '姓名',
  phone: '电话',
};

const folder = join(projectRoot, 'cities/common/import-mappings');

/** Throws with the names there are when there is none of this name. */
export function readMapping(name: string): Mapping {
  const path = join(folder, `${name}.json`);
  if (!/^[a-z0-9-]+$/.test(name) || !existsSync(path)) {
    const known = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
    throw new Error(`没有名为 ${name} 的映射,现有:${known.join('、')}`);
  }
  return mapping.parse(JSON.parse(readFileSync(path, 'utf8')));
}

export interface ReadRow {
  content: string;
  title: string | null;
  acceptedAt: Date | null;
  type: AppealType | null;
  matter: string | null;
  place: string;
  address: string;
  externalId: string | null;
  name: string | null;
  phone: string | null;
}

export type Row = Readonly<Record<string, string>>;

/** One row in our words, or why it cannot be one. */
export function readRow(
  row: Row,
  { columns }: Mapping,
  { zone, now }: { readonly zone: string; readonly now: Date },
): ReadRow | { reason: string } {
  const cell = (names: readonly string[] | undefined): string | null => {
    const head = names?.find((name) => (row[name] ?? '').trim() !== '');
    return head === undefined ? null : (row[head] ?? '').trim();
  };
  const content = cell(columns.content) ?? '';
  if (content.length < 4) return { reason: '没有诉求内容' };
  if (content.length > 5000) return { reason: '诉求内容超过 5000 字' };
  if (Object.values(row).some(isUnreadable)) return { reason: '含有无法保存的字符' };
  const time = cell(columns.acceptedAt);
  const acceptedAt = time === null ? null : instantOf(time, zone);
  if (time !== null && acceptedAt === null)
    return { reason: `受理时间无法识别:${time.slice(0, 40)}` };
  if (acceptedAt !== null && (acceptedAt < earliest || acceptedAt > now))
    return { reason: `受理时间不在 2000 年至今之间:${time?.slice(0, 40)}` };
  const phone = cell(columns.phone)?.replaceAll(/[^\d+-]/g, '') ?? null;
  return {
    content,
    title: cell(columns.title)?.slice(0, 60) ?? null,
    acceptedAt,
    type: typeOf(cell(columns.type)),
    matter: /^\d{6}$/.exec(cell(columns.matter) ?? '')?.[0] ?? null,
    place: `${cell(columns.area) ?? ''}${cell(columns.address) ?? ''}`,
    address: (cell(columns.address) ?? cell(columns.area) ?? '').slice(0, 200),
    externalId: cell(columns.externalId),
    name: cell(columns.name)?.slice(0, 60) ?? null,
    phone: phone !== null && /^\+?[\d-]{5,20}$/.test(phone) ? phone : null,
  };
}

/** Before there were any hotlines of this kind; also, ids of ours begin in 1970. */
const earliest = new Date('2000-01-01T00:00:00Z');

const isUnreadable = (text: string): boolean => text.includes('\0') || !text.isWellFormed();

/** The type a label names: 求助, 求助类, QZ; null when it names none. */
export const typeOf = (label: string | null): AppealType | null =>
  appealTypes.find((type) => type === label || (label ?? '').startsWith(appealTypeLabel[type])) ??
  null;

const stamp =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]+(\d{1,2})[::](\d{2})(?:[::](\d{2}))?)?/;

/** `2019/3/5 8:07`, `2019-03-05T08:07:00`, `2019年3月5日` by the city's clock; null when it is no time. */
export function instantOf(text: string, zone: string): Date | null {
  const parts = stamp.exec(text);
  if (!parts) return null;
  const two = (value: string | undefined) => (value ?? '0').padStart(2, '0');
  const on = `${parts[1]}-${two(parts[2])}-${two(parts[3])}`;
  const time = [parts[4], parts[5], parts[6]].map(two).join(':');
  const isTime = /^([01]\d|2[0-3])(:[0-5]\d){2}$/.test(time);
  return isDay(on) && isTime ? instantAt(on, time, zone) : null;
}
