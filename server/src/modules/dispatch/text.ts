import type { Limit } from '../calendar/index.ts';
import type { CatalogueRow } from './suggest-unit.ts';

/** Levels of the catalogue as a refusal says them. */
export const levelName: Record<CatalogueRow['level'], string> = {
  department: '职能部门',
  county: '县(市、区)',
  township: '乡镇(街道)',
  village: '村(社区)',
  enterprise: '公共企业',
};

/** 时限 in words. */
export function spanWords(span: Limit | null): string {
  if (!span) return '不限';
  switch (span.kind) {
    case 'working-days':
      return `${span.days} 个工作日`;
    case 'working-minutes':
      return `${span.minutes / 60} 个工作小时`;
    case 'natural-minutes':
      return span.minutes < 120 ? `${span.minutes} 分钟` : `${span.minutes / 60} 小时`;
    default:
      return span satisfies never;
  }
}

/** 指定专人. */
export const readersText = {
  somebody: '人员',
  and: '、',
} as const;

/** 日历更正, as the requester reads it. */
export function calendarReason(days: readonly { name: string | null }[]): string {
  const names = [...new Set(days.flatMap(({ name }) => name ?? []))];
  return names.length > 0 ? `工作日历调整(${names.join('、')})` : '工作日历调整';
}
