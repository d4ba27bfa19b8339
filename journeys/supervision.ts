import { dispatch, instrumentLabel, intake, supervisionStateLabel } from '@minsheng/contract';
import { supervisionPageText } from '../console/src/features/supervision/text.ts';
import { supervisionText } from '../console/src/ui/supervision/text.ts';
import { inventedPhoneOf } from '../server/src/demo/invented.ts';
import { signIn } from '../stories/kit/person.ts';
import type { Desk, Journey } from './kit/journey.ts';

const demands = '三天内到小区指导换届,反馈换届安排。';
const village = '350626100001';

/** 督办: the director supervises, the village that holds the order last answers, and it ends with evidence. */
export const supervision: Journey = {
  name: 'supervision',
  title: 'the director supervises, the village answers, the supervision ends',
  go: async (desk) => {
    const orderId = await atVillage(desk);
    await supervise(desk, orderId);
    await answer(desk, orderId);
    await end(desk, orderId);
  },
};

/** County, township, village: passed down twice. */
async function atVillage({ server }: Desk): Promise<string> {
  const [agent, dispatcher, county, township] = await Promise.all([
    signIn(server, 'agent'),
    signIn(server, 'dispatcher'),
    signIn(server, 'county'),
    signIn(server, 'township'),
  ]);
  const { orderId } = await agent.call(intake.createOrder, {
    channel: 'visit',
    title: '示例小区业委会到期没有换届',
    content: '示例小区业委会任期已满,希望指导换届选举。',
    type: 'QZ',
    matterCode: '020103',
    areaCode: '350626100001',
    address: '示例小区',
    fields: { committee_stage: 'reelect' },
    requester: { phone: inventedPhoneOf('supervision') },
    result: 'dispatch',
  });
  const sent = await dispatcher.call(dispatch.send, { orderId, lead: '350626' });
  const top = sent.assignments[0]?.id ?? '';
  const below = await county.call(dispatch.delegate, {
    orderId,
    assignmentId: top,
    unitCode: '350626100',
  });
  await township.call(dispatch.delegate, {
    orderId,
    assignmentId: below.assignmentId,
    unitCode: village,
  });
  return orderId;
}

async function supervise({ checks, windowOf }: Desk, orderId: string): Promise<void> {
  const { page, look, close } = await windowOf('director');
  await page.goto(`/orders/${orderId}`);
  const card = page.getByRole('region', { name: supervisionText.title });
  await card.getByRole('button', { name: supervisionText.supervise, exact: true }).click();
  const form = page.getByRole('dialog', { name: supervisionText.superviseTitle });
  await form.getByLabel(/^S2 /).check();
  await form.getByLabel(instrumentLabel.notice).check();
  await form.getByLabel(supervisionText.reason).fill('群众多次反映没有人来指导。');
  await form.getByLabel(supervisionText.demands).fill(demands);
  await look('supervise-form');
  await page.keyboard.press('Control+Enter');
  await form.waitFor({ state: 'hidden' });
  await card.getByText(demands).first().waitFor();
  await look('supervised-order');
  checks.that('the last holder is supervised, and those between are informed', true);
  await page.goto('/supervision?tab=open');
  await page.getByRole('list', { name: supervisionPageText.listLabel }).waitFor();
  await look('supervision-open');
  await close();
}

async function answer({ checks, windowOf }: Desk, orderId: string): Promise<void> {
  const { page, look, close } = await windowOf('village');
  await page.goto(`/supervision?tab=open&order=${orderId}`);
  await page.getByRole('button', { name: supervisionText.answer, exact: true }).click();
  const form = page.getByRole('dialog', { name: supervisionText.answer });
  await form.getByLabel(supervisionText.answerWords).fill('已经到小区,换届筹备组本周成立。');
  await look('supervision-answer');
  await page.keyboard.press('Control+Enter');
  await form.waitFor({ state: 'hidden' });
  await page.getByText(supervisionStateLabel.answered).first().waitFor();
  checks.that('the village has answered', true);
  await close();
}

async function end({ checks, windowOf }: Desk, orderId: string): Promise<void> {
  const { page, look, close } = await windowOf('director');
  await page.goto(`/supervision?tab=answered&order=${orderId}`);
  await page.getByRole('button', { name: supervisionText.close, exact: true }).click();
  const form = page.getByRole('dialog', { name: supervisionText.close });
  await form.getByLabel(supervisionText.closeWords).fill('中心电话核实,筹备组已经公示。');
  await page.keyboard.press('Control+Enter');
  await form.waitFor({ state: 'hidden' });
  await page.getByText(supervisionStateLabel.closed).first().waitFor();
  await look('supervision-closed');
  checks.that('it ends with evidence of its own', true);
  await close();
}
