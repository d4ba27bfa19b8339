import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { attached } from '../../platform/export-route.ts';
import type { RawCall } from '../../platform/http.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { blocksOf, docxType, letterDocx, letterPage, pagePolicy } from '../letters/index.ts';
import { cityHour, cityWords } from '../organisation/index.ts';
import { type Brief, findBrief } from './briefs.repo.ts';
import { briefNoOf, sectionsOf } from './read-briefs.ts';
import { briefText as words } from './text.ts';

const ids = z.object({ briefId: z.uuid() });

/** 打印页: on the same sheet as a letter, without addressees. */
export async function printBrief(call: RawCall): Promise<unknown> {
  const { title, blocks } = await sheetFor(call);
  return call.reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', pagePolicy)
    .header('cache-control', 'private, no-store')
    .send(letterPage(title, blocks));
}

export async function briefAsDocx(call: RawCall): Promise<unknown> {
  const { title, blocks } = await sheetFor(call);
  return call.reply.headers(attached(`${title}.docx`, docxType)).send(letterDocx(title, blocks));
}

const sheetFor = ({ request, transact }: RawCall) =>
  transact(async (ctx) => {
    const asked = ids.safeParse(request.params);
    refuseUnless(asked.success, 'briefs.no-such-brief');
    return sheetOf(ctx, await findBrief(ctx, asked.data.briefId));
  });

/** What is void says so: nobody takes its paper for a report that stands. */
export async function sheetOf(ctx: Context, brief: Brief) {
  refuseUnless(brief.state !== 'making', 'briefs.making');
  const { facts } = await cityWords(ctx);
  const { on, time } = cityHour(brief.cutoff_at, ctx.city.zone);
  const isVoid = brief.state === 'withdrawn';
  const briefNo = briefNoOf(brief) ?? words.draftMark;
  const blocks = blocksOf({
    redHead: true,
    organ: facts.hotlineName,
    letterNo: isVoid ? words.voided(briefNo) : briefNo,
    title: brief.title,
    to: [],
    body: [
      ...(isVoid ? [words.voidFor(brief.withdrawn_reason ?? '')] : []),
      ...sectionsOf(brief).flatMap(({ heading, lines }) => [heading, ...lines]),
      words.cutoff(`${on} ${time}`),
      words.version(brief.city_version, brief.definitions, brief.digest ?? ''),
    ],
    approvedAt: brief.signed_at,
    zone: ctx.city.zone,
  });
  return { title: brief.title, blocks: blocks.filter(({ kind }) => kind !== 'to') };
}
