import { appeals, desk as desks, intake } from '@minsheng/contract';
import { trackText } from '../citizen/src/features/track/text.ts';
import { checkPageText } from '../console/src/features/checks/text.ts';
import { guidanceText } from '../console/src/ui/guidance/text.ts';
import { inventedPhoneOf } from '../server/src/demo/invented.ts';
import { signIn, visitor } from '../stories/kit/person.ts';
import type { Desk, Journey } from './kit/journey.ts';

const why = '押金在物业公司手里,不是房东,物业归住建部门管。';
const decided = '涉及物业公司收取押金,应当受理,转住建部门办理。';

/** 告知复核: guided elsewhere, asked to be looked at again, opened by a second person. */
export const guidance: Journey = {
  name: 'guidance',
  title: 'guidance is looked at again by somebody else, and taken in after all',
  go: async (desk) => {
    const told = await guided(desk);
    await asked(desk, told);
    await reopened(desk, told.orderId);
    await followed(desk, told);
  },
};

interface Told {
  orderId: string;
  orderNo: string;
  code: string;
}

async function guided({ server }: Desk): Promise<Told> {
  const lead = await signIn(server, 'shift-lead');
  const { orderNo, queryCode } = await visitor(server.url).call(appeals.sendAppeal, {
    content: '租房到期后押金一直不退,要求政府出面。',
    areaCode: '350602001000',
    address: '示例小区',
    phone: inventedPhoneOf('guidance'),
    noticeRead: true,
  });
  const { rows } = await lead.call(desks.deskOrders, { desk: 'to-accept' });
  const orderId = rows.find((row) => row.orderNo === orderNo)?.id ?? '';
  await lead.call(intake.acceptWaiting, {
    orderId,
    type: 'QZ',
    matterCode: '010105',
    areaCode: '350602001000',
    result: 'dispose',
    dispositionCode: 'DG11',
    dispositionReason: '双方的租赁合同约定了押金。',
  });
  return { orderId, orderNo, code: queryCode };
}

async function tracked({ window }: Desk, { orderNo, code }: Told) {
  const phone = await window('phone');
  await phone.page.goto('/c/#/track');
  await phone.page.getByLabel(trackText.orderNo).fill(orderNo);
  await phone.page.getByLabel(trackText.code).fill(code);
  await phone.page.getByRole('button', { name: trackText.look }).click();
  return phone;
}

async function asked(desk: Desk, told: Told): Promise<void> {
  const { page, look, close } = await tracked(desk, told);
  await page.getByRole('button', { name: trackText.review.title }).click();
  await page.getByRole('button', { name: trackText.review.send }).click();
  await page.getByText(trackText.review.short).waitFor();
  await page.getByLabel(trackText.review.reason).fill(why);
  await look('guidance-review-asked');
  await page.getByRole('button', { name: trackText.review.send }).click();
  await page.getByText(trackText.review.done).waitFor();
  await close();
}

async function reopened({ windowOf, checks }: Desk, orderId: string): Promise<void> {
  const { page, look, close } = await windowOf('director');
  await page.goto(`/checks?tab=guidance-waiting&order=${orderId}`);
  await page.getByRole('list', { name: checkPageText.listLabel }).waitFor();
  await page.getByText(why).first().waitFor();
  await look('guidance-to-check');
  await page.getByRole('button', { name: guidanceText.reopen }).click();
  const form = page.getByRole('dialog', { name: guidanceText.reopen });
  await form.getByLabel(guidanceText.field).fill(decided);
  await look('guidance-reopen');
  await form.getByRole('button', { name: guidanceText.reopen }).click();
  await page.getByText(guidanceText.reopened).first().waitFor();
  checks.that('somebody else opens it', true);
  await close();
}

async function followed(desk: Desk, told: Told): Promise<void> {
  const { page, look, close } = await tracked(desk, told);
  await page.getByText('复核后改为受理').first().waitFor();
  await look('guidance-reopened-read');
  await close();
}
