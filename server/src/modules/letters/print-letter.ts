import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { attached } from '../../platform/export-route.ts';
import type { RawCall } from '../../platform/http.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { unitNames } from '../organisation/index.ts';
import { blocksOf, type Sheet } from './letter-blocks.ts';
import { docxType, letterDocx } from './letter-docx.ts';
import { letterPage, pagePolicy } from './letter-page.ts';
import { findVisible } from './letters.repo.ts';
import { receiptsOf } from './receipts.repo.ts';
import { letterText } from './text.ts';

const ids = z.object({ letterId: z.uuid() });

/** 打印页. */
export async function printLetter(call: RawCall): Promise<unknown> {
  const sheet = await sheetFor(call);
  return call.reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', pagePolicy)
    .header('cache-control', 'private, no-store')
    .send(letterPage(sheet.title, blocksOf(sheet)));
}

export async function letterAsDocx(call: RawCall): Promise<unknown> {
  const sheet = await sheetFor(call);
  return sent(call.reply, sheet, {
    type: docxType,
    ending: 'docx',
    bytes: letterDocx(sheet.title, blocksOf(sheet)),
  });
}

/** Printed after the transaction; refuses `letters.no-printer` where the machine has none. */
export async function letterAsPdf(call: RawCall): Promise<unknown> {
  const { printer, ...sheet } = await sheetFor(call);
  refuseUnless(printer.isThere, 'letters.no-printer');
  const bytes = await printer.print(letterPage(sheet.title, blocksOf(sheet)));
  return sent(call.reply, sheet, { type: 'application/pdf', ending: 'pdf', bytes });
}

const sheetFor = ({ request, transact }: RawCall) =>
  transact(async (ctx) => {
    const asked = ids.safeParse(request.params);
    refuseUnless(asked.success, 'letters.no-such-letter');
    const sheet = await sheetOf(ctx, asked.data.letterId);
    return { ...sheet, printer: ctx.ports.printer };
  });

/** What stands on the sheet. A unit's copy names everybody it went to, as the paper would. */
export async function sheetOf(ctx: Context, letterId: string): Promise<Sheet> {
  const letter = await findVisible(ctx, letterId);
  const codes = (await receiptsOf(ctx, [letterId])).map(({ unit_code }) => unit_code);
  const names = await unitNames(ctx, codes);
  return {
    redHead: letter.red_head,
    organ: letter.organ,
    letterNo: letter.letter_no ?? letterText.draftMark,
    title: letter.title,
    to: codes.map((code) => names.get(code) ?? code),
    body: letter.body,
    approvedAt: letter.approved_at,
    zone: ctx.city.zone,
  };
}

function sent(
  reply: FastifyReply,
  { title }: Sheet,
  { type, ending, bytes }: { type: string; ending: string; bytes: Buffer },
): FastifyReply {
  return reply.headers(attached(`${title}.${ending}`, type)).send(bytes);
}
