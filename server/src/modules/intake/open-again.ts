import { fieldValues } from '@minsheng/contract/shapes.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { news, on } from '../../platform/events.ts';
import { handle, job } from '../../platform/jobs.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import * as requesters from '../requesters/index.ts';
import { sendSoon } from './accept-by-rule.ts';
import { receiveAppeal } from './receive-appeal.ts';
import { tellReceived } from './tell-requester.ts';
import { text } from './text.ts';

const afterLookBack = job('intake:after-look-back', news);
on('call-back.follow-up-done', afterLookBack);

const found = z.object({
  followUp: z.string(),
  stillSolved: z.boolean(),
  text: z.number().nullable(),
});

/** 回潮重新受理: what was cured and came back is a new order of the same issue; the sealed one stays as it is. */
export async function openAgain(
  ctx: Context,
  earlierId: string,
  lookBack: { followUp: string; noteNo: number | null },
): Promise<orders.Order | null> {
  const sourceRef = `follow-up:${lookBack.followUp}`;
  if (await orders.existsFromSource(ctx, sourceRef)) return null;
  const [earlier, texts, requester] = await Promise.all([
    orders.find(ctx, earlierId),
    orders.textsOf(ctx, earlierId),
    requesters.requesterAgain(ctx, earlierId),
  ]);
  const said = orders.appealText(texts);
  if (!earlier || !said) return null;
  const note = texts.find(({ no }) => no === lookBack.noteNo)?.content ?? '';
  const received = await receiveAppeal(ctx, {
    status: 'to-dispatch',
    channel: earlier.channel,
    type: earlier.type,
    matterCode: await matterToday(ctx, earlier.matter_code),
    areaCode: earlier.area_code,
    urgency: earlier.urgency,
    secrecy: earlier.secrecy,
    anonymous: requester.anonymous,
    title: said.title,
    content: text.cameBack(earlier.order_no, note, said.content),
    demand: said.demand,
    address: said.address,
    subjectName: said.subject_name,
    fields: fieldValues.catch({}).parse(said.fields),
    point:
      earlier.lng !== null && earlier.lat !== null
        ? { lng: earlier.lng, lat: earlier.lat }
        : undefined,
    requester,
    fileIds: [],
    repeatOf: earlier.id,
    more: { result: 'dispatch', source_ref: sourceRef },
    data: { lookBack: lookBack.followUp },
  });
  await tellReceived(ctx, received, { transferTo: null, guidance: null });
  if (received.order.urgency === 'U1') sendSoon(ctx, received.order);
  return received.order;
}

/** A matter that was retired since takes no new order: its successor does, or an agent's reading. */
async function matterToday(ctx: Context, code: string): Promise<string> {
  const { facts } = await organisation.cityWords(ctx);
  return (await matters.inForceFor(ctx, code)) ?? facts.unsortedMatter;
}

handle(afterLookBack, async (ctx, { id, data }) => {
  const { followUp, stillSolved, text: noteNo } = found.parse(data);
  if (!stillSolved) await openAgain(ctx, id, { followUp, noteNo });
});
