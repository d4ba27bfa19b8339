import type { Json } from '../../platform/json.ts';
import type { MatterField } from './fields.repo.ts';
import { fieldText as text } from './text.ts';

const longestText = 200;
const longestLongText = 2000;

/** Nothing was said: an empty text, an empty choice. */
export function isBlank(value: Json | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'string' && value.trim() === '';
}

/** What is wrong with a value that was said; null when nothing is. */
export function faultOf(field: Pick<MatterField, 'kind' | 'choices'>, value: Json): string | null {
  switch (field.kind) {
    case 'text':
    case 'place':
      return textFault(value, longestText);
    case 'long-text':
      return textFault(value, longestLongText);
    case 'number':
      return Number.isFinite(value) ? null : text.notNumber;
    case 'count':
      return isWhole(value) ? null : text.notCount;
    case 'money':
      return isWhole(value) ? null : text.notMoney;
    case 'date':
      return isDay(value) ? null : text.notDay;
    case 'datetime':
      return isInstant(value) ? null : text.notInstant;
    case 'yes-no':
      return typeof value === 'boolean' ? null : text.notYesNo;
    case 'choice':
      return isChoice(field, value) ? null : text.notChoice;
    case 'choices':
      return Array.isArray(value) && value.every((one) => isChoice(field, one))
        ? null
        : text.notChoice;
    default:
      return field.kind satisfies never;
  }
}

function textFault(value: Json, limit: number): string | null {
  if (typeof value !== 'string') return text.notText;
  return value.length > limit ? text.tooLong(limit) : null;
}

const isWhole = (value: Json): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

const isChoice = ({ choices }: Pick<MatterField, 'choices'>, value: Json): boolean =>
  choices.some(({ code }) => code === value);

/** A day of the calendar: 2026-02-30 is none. */
function isDay(value: Json): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}

function isInstant(value: Json): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(value)) {
    return false;
  }
  return isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value));
}

/** The answer as a condition names it: 是 is `yes`. */
export function answersOf(value: Json | undefined): string[] {
  if (value === undefined || value === null) return [];
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}
