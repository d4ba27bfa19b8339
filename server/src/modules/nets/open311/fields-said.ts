import { fieldValues } from '@minsheng/contract/shapes.ts';
import type { z } from 'zod';
import type { Json } from '../../../platform/json.ts';
import type { MatterField } from '../../matters/index.ts';

const words = ['text', 'long-text', 'place'];

/** 要素 everybody may read, as a form sends them; free words without what names a person. */
export function fieldsSaid(
  fields: readonly MatterField[],
  answers: Json,
  plain: (words: string) => string,
): Record<string, string[]> {
  const given = fieldValues.catch({}).parse(answers);
  const open = fields.filter(({ seenBy }) => seenBy === 'all');
  return Object.fromEntries(
    open.flatMap(({ code, kind }) => {
      const values = valuesOf(given[code]).map((value) =>
        words.includes(kind) ? plain(value).slice(0, 500) : value,
      );
      return values.length === 0 ? [] : [[code, values]];
    }),
  );
}

function valuesOf(answer: z.output<typeof fieldValues>[string] | undefined): string[] {
  if (answer === undefined || answer === '') return [];
  if (Array.isArray(answer)) return answer.slice(0, 20);
  if (typeof answer === 'boolean') return [answer ? 'yes' : 'no'];
  return [String(answer).slice(0, 500)];
}
