import { appeals, orders } from '@minsheng/contract';
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

export async function codeOf(scene: Scene, orderId: string): Promise<string | null> {
  const { toCitizen } = await messagesOf(scene, orderId);
  return toCitizen.map(({ text }) => codeIn.exec(text)?.[1]).find((code) => code) ?? null;
}
