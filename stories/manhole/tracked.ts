import { appeals, callBack, orders } from '@minsheng/contract';
import { messagesOf, pageOf, type Scene } from './scene.ts';

const codeIn = /查询码[::]?\s*([0-9A-HJ-NP-Z]{8})/;

/** The citizen follows the order by number and code from the message; nobody else has the code. */
export async function trackedByCitizen(
  scene: Scene,
  orderId: string,
  answer: string,
): Promise<void> {
  const { checks, citizen } = scene;
  const code = await codeOf(scene, orderId);
  checks.that('the caller got number and query code by message', code !== null);
  if (code === null) return;
  const { orderNo } = await pageOf(scene, orderId);
  const wrong = await citizen.refusal(appeals.trackAppeal, { orderNo, code: '00000000' });
  checks.same('a wrong code opens nothing', wrong, 'public.wrong-code');
  const tracked = await citizen.call(appeals.trackAppeal, { orderNo, code });
  checks.same('the citizen reads the one answer of the lead', tracked.answer, answer);
  checks.that('and what happened, in plain words', tracked.steps.length >= 3, tracked.steps);
  checks.that('the answer may be rated', tracked.mayRate);
  const told = JSON.stringify(await scene.housing.call(orders.orderPage, { orderId }));
  checks.that('the unit never sees the code', !told.includes(code));
}

/** The answer came by SMS; three digits go back, and a second try changes nothing. */
export async function ratedBySms(scene: Scene, orderId: string): Promise<void> {
  const { checks, shiftLead } = scene;
  const { toCitizen } = await messagesOf(scene, orderId);
  const asks = toCitizen.find(({ mayAnswer, template }) => mayAnswer && template === 'replied');
  checks.that('the message with the answer can be written back to', asks !== undefined);
  if (!asks) return;
  const writeBack = async (text: string) =>
    (await shiftLead.call(callBack.answerMessage, { messageId: asks.id, text })).outcome;
  checks.same('one word says nothing about three questions', await writeBack('满意'), 'unclear');
  checks.same('three digits are a rating by SMS', await writeBack('1 1 2'), 'rated');
  checks.same('a second one is refused politely', await writeBack('3 5 5'), 'already-rated');
  const page = await pageOf(scene, orderId);
  checks.same(
    'the first stands as it was sent',
    page.callBacks.flatMap(({ channel, solved, processRating, resultRating }) =>
      channel === 'sms' ? [[solved, processRating, resultRating]] : [],
    ),
    [['solved', 'very-satisfied', 'satisfied']],
  );
}

export async function codeOf(scene: Scene, orderId: string): Promise<string | null> {
  const { toCitizen } = await messagesOf(scene, orderId);
  return toCitizen.map(({ text }) => codeIn.exec(text)?.[1]).find((code) => code) ?? null;
}
