import { z } from 'zod';
import { spanText } from '../../ui/format.ts';
import { dispatchText } from './text.ts';

const span = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('natural-minutes'), minutes: z.number() }),
  z.object({ kind: z.literal('working-minutes'), minutes: z.number() }),
  z.object({ kind: z.literal('working-days'), days: z.number() }),
]);

/** 时限 as a person says it; the suggestion carries each span as JSON text. */
export function limitWords(text: string): string {
  const found = span.nullable().safeParse(jsonOf(text));
  if (!found.success) return text;
  if (found.data === null) return dispatchText.noLimit;
  switch (found.data.kind) {
    case 'natural-minutes':
      return spanText(found.data.minutes);
    case 'working-minutes':
      return dispatchText.workingSpan(spanText(found.data.minutes));
    case 'working-days':
      return dispatchText.workingDays(found.data.days);
    default:
      return found.data satisfies never;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
