import { askMark } from '../../modules/conduct/ask-mark.ts';
import { decideMark } from '../../modules/conduct/decide-mark.ts';
import { askMarkReview } from '../../modules/conduct/review-mark.ts';
import { endCall, hear, hearAll } from '../../modules/telephony/index.ts';
import type { Context } from '../../platform/context.ts';
import { inventedPerson } from '../invented.ts';
import type { Life } from '../lives/scene.ts';
import { dayAt } from '../office-time.ts';
import { type ConductWords, conductWords } from './conduct-words.ts';
import { type Errand, later, type Office } from './errand.ts';

/** 扰乱行为: advice, a label, what waits for the shift lead or the director, what is in force and asked to be reviewed. */
export const conduct = (end: Date): Errand[] =>
  conductWords.map((words, no) => ({
    at: dayAt(end, words.daysAgo, 9 * 60 + 40 + no * 11),
    happens: (office) => marked(office, words),
  }));

async function* marked(office: Office, words: ConductWords): Life {
  const { world, staff } = office;
  const agent = await staff.centre('agent');
  const { markId } = await world.do(agent, markedOnCall, words);
  if (words.until === 'asked') return;
  yield later(office, 30);
  const isLong = words.measure === 'quiet-7d' || words.measure === 'police-clue';
  const decider = await staff.centre(isLong ? 'director' : 'shift-lead');
  const granted = words.until !== 'refused';
  await world.do(decider, decideMark, { markId, granted, words: words.why });
  if (words.until !== 'in-review') return;
  yield later(office, 240);
  const asked = '来电人到窗口说明:当时喝了酒,以后不会了,请恢复正常接听。';
  await world.do(agent, askMarkReview, { markId, words: asked });
}

/** The call is taken, the mark made while it lasts, and the call ended. */
async function markedOnCall(ctx: Context, words: ConductWords): Promise<{ markId: string }> {
  const callId = ctx.newId();
  const { phone } = inventedPerson(`conduct ${words.person}`);
  const { sim } = ctx.ports.telephones;
  await hearAll(ctx, sim.begin({ callId, at: ctx.now, number: phone, dialledLine: '12345' }));
  await hear(ctx, { type: 'answered', callId, at: ctx.now, agentId: ctx.actor.accountId ?? '' });
  const { grade, grounds, measure, said } = words;
  const { markId } = await askMark(ctx, {
    callId,
    grade,
    grounds,
    measure,
    words: said,
    looked: true,
  });
  await endCall(ctx, { callId });
  return { markId };
}
