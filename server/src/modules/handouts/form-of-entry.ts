import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { attached } from '../../platform/export-route.ts';
import type { RawCall } from '../../platform/http.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { cite, type Entry } from '../knowledge/index.ts';
import { type Block, docxType, letterDocx } from '../letters/index.ts';
import { formText as text } from './text.ts';

const asked = z.object({ code: z.string().max(40), no: z.coerce.number().int().min(1).max(9) });

/** 办事表单 as a file to save. */
export async function sendForm({ request, reply, transact }: RawCall): Promise<unknown> {
  const { data } = asked.safeParse(request.params);
  refuseUnless(data, 'handouts.no-such-form');
  const form = await transact((ctx) => formOfEntry(ctx, data));
  return reply
    .headers(attached(`${form.title}.docx`, docxType))
    .send(letterDocx(form.title, blocksOf(form)));
}

/** Of an answer that holds, and no other. Refuses as `cite` does, and `handouts.no-such-form`. */
export async function formOfEntry(
  ctx: Context,
  { code, no }: z.output<typeof asked>,
): Promise<Form> {
  const entry = await cite(ctx, code);
  const form = entry.forms[no - 1];
  refuseUnless(form, 'handouts.no-such-form');
  return { ...form, entry };
}

interface Form {
  readonly title: string;
  readonly bring: readonly string[];
  readonly fields: readonly string[];
  readonly entry: Entry;
}

/** A sheet to fill in, laid out as letters are. */
export function blocksOf({ title, bring, fields, entry }: Form): Block[] {
  return [
    { kind: 'title', words: title },
    ...fields.map((label): Block => ({ kind: 'text', words: text.field(label) })),
    ...(bring.length === 0
      ? []
      : [
          { kind: 'first-heading', words: text.bring } as const,
          ...bring.map((one, no): Block => ({ kind: 'text', words: text.item(no + 1, one) })),
        ]),
    { kind: 'text', words: text.from(entry.ownerName, entry.validUntil) },
  ];
}
