import type { intake } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { police } from '../organisation/index.ts';
import * as telephony from '../telephony/index.ts';
import { writeDown } from './create-order.ts';
import { guessArea } from './guess.ts';
import { readWords } from './read-words.ts';
import { suggestForAppeal } from './suggest-for-appeal.ts';
import { text } from './text.ts';

/**
 * 一键转接110 (国办发〔2022〕12号): one key during the call, with whatever stands in the form. The order is written down and
 * its form queued for 110 first; then the other line is rung into the call. What nobody has chosen is read from the
 * words, teaches nothing, and is put right on the order.
 */
export async function putThrough(
  ctx: Context,
  input: InputOf<typeof intake.putThrough>,
): Promise<ReplyOf<typeof intake.putThrough>> {
  await telephony.mayStart(ctx, input.callId);
  const { name, ...said } = input;
  const content = said.content.length < leastWords ? text.toldByVoice(said.content) : said.content;
  // The first suggestion is what the agent sees beside the words; it stands before what a rule reads at night.
  const matterCode =
    said.matterCode ?? (await suggestForAppeal(ctx, { title: '', content })).matters[0]?.code;
  const [call, { matter }, area] = await Promise.all([
    telephony.callOf(ctx, said.callId),
    readWords(ctx, { content, matterCode, point: said.point, address: said.address }),
    said.areaCode
      ? { code: said.areaCode }
      : guessArea(ctx, `${said.address}。${content}`, said.point ?? null),
  ]);
  const { orderId, orderNo } = await writeDown(ctx, {
    ...said,
    content,
    type: said.type ?? matter.type,
    matterCode: matterCode ?? matter.code,
    areaCode: area.code,
    fields: {},
    fileIds: [],
    requester: { kind: 'person', isSelf: true, tags: [], name },
    anonymous: call.number === null,
    secrecy: 0,
    needsReply: true,
    needsCallBack: true,
    result: 'transfer',
    transferTo: police,
    awaitsFeedback: true,
  });
  return { orderId, orderNo };
}

const leastWords = 4;
