import {
  deferralReasonLabel,
  dispatch,
  handling,
  intake,
  returnReasonLabel,
} from '@minsheng/contract';
import { deferralsText } from '../console/src/features/deferrals/text.ts';
import { disputesText } from '../console/src/features/disputes/text.ts';
import { deferText, returnText } from '../console/src/features/handling/text.ts';
import { deferralText } from '../console/src/ui/deferrals/text.ts';
import { inventedPhoneOf } from '../server/src/demo/invented.ts';
import { signIn } from '../stories/kit/person.ts';
import type { Window } from './kit/browser.ts';
import type { Desk, Journey } from './kit/journey.ts';

const words = '示例路路灯不亮';

/** 退单与延期: a unit says it is another's, and gets a ruling; then it asks for more time, and gets it. */
export const honestTime: Journey = {
  name: 'honest-time',
  title: 'a return is asked, signed and ruled; more time is asked and granted',
  go: async (desk) => {
    const order = await sentToHousing(desk);
    await askReturn(desk, order);
    await signReturn(desk, order);
    await rule(desk, order);
    await moreTime(desk, order);
    await grant(desk, order);
    await nothingLate(desk);
  },
};

interface Order {
  orderId: string;
  assignmentId: string;
}

async function sentToHousing({ server }: Desk): Promise<Order> {
  const [agent, dispatcher, housing] = await Promise.all([
    signIn(server, 'agent'),
    signIn(server, 'dispatcher'),
    signIn(server, 'zjj-liaison'),
  ]);
  const { orderId } = await agent.call(intake.createOrder, {
    channel: 'visit',
    title: words,
    content: '示例路中段一排路灯都不亮,晚上走路看不清。',
    type: 'QZ',
    matterCode: '010105',
    areaCode: '350602000000',
    address: '示例路中段',
    fields: { road_name: '示例路', lamp_problem: 'off' },
    requester: { phone: inventedPhoneOf('honest-time') },
    result: 'dispatch',
  });
  const sent = await dispatcher.call(dispatch.send, { orderId, lead: '350600.zjj' });
  const key = { orderId, assignmentId: sent.assignments[0]?.id ?? '' };
  await housing.call(handling.sign, key);
  return key;
}

const dutyPath = ({ orderId, assignmentId }: Order, tab: string): string =>
  `/unit?tab=${tab}&order=${orderId}&duty=${assignmentId}`;

async function askReturn({ checks, windowOf }: Desk, order: Order): Promise<void> {
  const { page, look, close } = await windowOf('zjj-liaison');
  await page.goto(dutyPath(order, 'unit-working'));
  await page.getByRole('button', { name: returnText.ask }).click();
  const form = page.getByRole('dialog', { name: returnText.ask });
  await choose(page, returnText.reason, returnReasonLabel['not-our-duty']);
  await form.getByLabel(returnText.properUnit).fill('城市管理局');
  await page
    .getByRole('option', { name: /城市管理局/ })
    .first()
    .waitFor({ state: 'attached' });
  await page.keyboard.press('Enter');
  await form.getByLabel(returnText.basis).fill('三定规定:路灯养护不在本局职责内');
  await form.getByLabel(returnText.words).fill('路灯由城市管理部门养护,请改派。');
  await look('return-form');
  await page.keyboard.press('Control+Enter');
  await form.waitFor({ state: 'hidden' });
  await page.getByText(returnText.withdraw).waitFor();
  checks.that('the desk has asked, and may take it back', true);
  await close();
}

async function signReturn({ checks, windowOf }: Desk, order: Order): Promise<void> {
  const { page, close } = await windowOf('zjj-leader');
  await page.goto(dutyPath(order, 'unit-sign-off'));
  await page.getByRole('button', { name: returnText.sign, exact: true }).click();
  await page.getByText(returnText.signed).first().waitFor();
  checks.that('the leader has signed', true);
  await close();
}

async function rule({ checks, windowOf }: Desk, order: Order): Promise<void> {
  const { page, look, close } = await windowOf('dispatcher');
  await page.goto(`/disputes?order=${order.orderId}`);
  await page.getByLabel(disputesText.no).check();
  await page.getByLabel(disputesText.basis).fill('城市照明管理规定:路灯养护由住建部门负责');
  await page.getByLabel(disputesText.facts).fill('市管道路的路灯不亮,住建与城管对谁养护看法不一。');
  await page.getByLabel(disputesText.ruling).fill('按规定由住建部门主办。');
  await look('return-ruling');
  await page.getByRole('button', { name: disputesText.submit }).click();
  await page.getByText(disputesText.done).first().waitFor();
  checks.that('the dispatcher has ruled: it stays where it is', true);
  await close();
}

async function moreTime({ checks, windowOf }: Desk, order: Order): Promise<void> {
  const { page, look, close } = await windowOf('zjj-liaison');
  await page.goto(dutyPath(order, 'unit-working'));
  await page.getByRole('button', { name: deferText.extend }).click();
  const form = page.getByRole('dialog', { name: deferText.extend });
  await form.getByRole('spinbutton').fill('2');
  await choose(page, deferText.reason, deferralReasonLabel.construction);
  await form.getByLabel(deferText.plan).fill('线缆老化,需要分段更换。');
  await look('extension-form');
  await page.keyboard.press('Control+Enter');
  await form.waitFor({ state: 'hidden' });
  checks.that('more time is asked for', true);
  await close();
}

async function grant({ checks, windowOf }: Desk, order: Order): Promise<void> {
  const { page, look, close } = await windowOf('shift-lead');
  await page.goto(`/deferrals?order=${order.orderId}`);
  await page.getByRole('button', { name: deferralText.grant, exact: true }).click();
  await page.getByText(deferralText.granted).first().waitFor();
  await page.goto(`/orders/${order.orderId}`);
  await page
    .getByText(/经批准延期/)
    .first()
    .waitFor();
  checks.that('the clock says what it first was, and that it was agreed', true);
  await look('extended-order');
  await close();
}

/** 逾期清单: a centre that has just begun owes nothing. */
async function nothingLate({ checks, windowOf }: Desk): Promise<void> {
  const { page, close } = await windowOf('reviewer');
  for (const tab of ['ledger-late', 'report-late'] as const) {
    await page.goto(`/deferrals?tab=${tab}`);
    await page.getByText(deferralsText.empty[tab]).first().waitFor();
  }
  checks.that('no review of the ledger and no stage report is late', true);
  await close();
}

/** By keyboard: down to the option, and Enter. */
async function choose(page: Window['page'], label: string, option: string): Promise<void> {
  const list = page.locator('.ant-select-dropdown:visible');
  await page.getByRole('dialog').getByLabel(label).press('ArrowDown');
  const active = list.locator('.ant-select-item-option-active');
  await active.waitFor();
  for (let tried = 0; tried < mostOptions; tried += 1) {
    if ((await active.innerText()) === option) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await list.waitFor({ state: 'hidden' });
}

const mostOptions = 10;
