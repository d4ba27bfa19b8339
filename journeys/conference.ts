import { dispatch, disputes, intake, orders } from '@minsheng/contract';
import type { Page } from 'playwright-core';
import { conferenceText, disputesText } from '../console/src/features/disputes/text.ts';
import { meetingsText } from '../console/src/features/meetings/text.ts';
import { inventedPhoneOf } from '../server/src/demo/invented.ts';
import { type Person, signIn } from '../stories/kit/person.ts';
import type { Desk, Journey } from './kit/journey.ts';
import { soon } from './kit/soon.ts';

const labour = '350626.rsj';
const housing = '350600.zjj';
const county = '350626';
const basis = '属地管理责任分工(示例)';
const facts = '欠薪由劳动、住建还是属地牵头,三家都认为应由别家牵头。';
const ruling = '经核对职责,按裁定的单位主办。';

/** 会商: three units say it is another's; a conference hears them, and its ruling stands. */
export const conference: Journey = {
  name: 'conference',
  title: 'a dispute goes to a conference and is ruled there',
  go: async (desk) => {
    const people = await peopleOf(desk);
    const orderId = await told(people);
    await returned(people.labour, orderId, housing);
    await ruledFirst(desk, orderId);
    await returned(people.housing, orderId, county);
    await people.reviewer.call(disputes.ruleOnReturn, {
      ...{ orderId, upheld: true, lead: county, basis, facts, ruling },
      heard: [housing, county],
    });
    await returned(people.county, orderId, labour);
    await planned(desk, orderId);
    await held(desk, orderId);
    await ruledLast(desk, orderId);
    const { returns } = await people.director.call(disputes.readDispute, { orderId });
    desk.checks.that(
      'the ruling names its meeting',
      typeof returns.at(-1)?.meetingId === 'string',
      returns,
    );
  },
};

async function peopleOf({ server }: Desk) {
  const [agent, dispatcher, reviewer, director, first, second, third] = await Promise.all([
    signIn(server, 'agent'),
    signIn(server, 'dispatcher'),
    signIn(server, 'reviewer'),
    signIn(server, 'director'),
    signIn(server, 'county-department'),
    signIn(server, 'zjj-leader'),
    signIn(server, 'county'),
  ]);
  return { agent, dispatcher, reviewer, director, labour: first, housing: second, county: third };
}

async function told({ agent, dispatcher }: Record<'agent' | 'dispatcher', Person>) {
  const { orderId } = await agent.call(intake.createOrder, {
    channel: 'visit',
    title: '示例项目欠薪由谁牵头',
    content: '在示例项目做了两个月,分包公司一直没有把工钱结清,请帮忙协调。',
    type: 'TS',
    matterCode: '070102',
    areaCode: '350626100000',
    address: '示例项目部',
    fields: {
      employer: '示例建筑劳务有限公司',
      amount_claimed: 1200000,
      workers_count: 1,
      still_employed: false,
    },
    requester: { phone: inventedPhoneOf('conference') },
    result: 'dispatch',
  });
  await dispatcher.call(dispatch.send, { orderId, lead: labour });
  return orderId;
}

/** 申请退单 by whoever leads now. */
async function returned(unit: Person, orderId: string, properUnit: string): Promise<void> {
  const { assignments } = await unit.call(orders.orderPage, { orderId });
  const lead = assignments.find(
    ({ role, state, unit: { code } }) =>
      role === 'lead' && code === unit.unitCode && state !== 'returned' && state !== 'revoked',
  );
  await unit.call(disputes.askReturn, {
    ...{ orderId, assignmentId: lead?.id ?? '', properUnit },
    reason: 'not-our-duty',
    basis: '三定规定(示例):不在本单位职责范围',
    words: '经核对职责,这件事应由别的单位牵头办理。',
  });
}

async function rules(page: Page, isUpheld: boolean): Promise<void> {
  const form = page.getByRole('region', { name: disputesText.decide, exact: true });
  await form.getByText(isUpheld ? disputesText.yes : disputesText.no, { exact: true }).click();
  await form.getByLabel(disputesText.basis).fill(basis);
  await form.getByLabel(disputesText.facts).fill(facts);
  await form.getByLabel(disputesText.ruling).fill(ruling);
}

async function ruledFirst({ windowOf }: Desk, orderId: string): Promise<void> {
  const { page, look, close } = await windowOf('dispatcher');
  await page.goto(`/disputes?order=${orderId}`);
  await rules(page, true);
  await look('dispute-round-one');
  await page.getByRole('button', { name: disputesText.submit }).click();
  await page.getByText(disputesText.done).first().waitFor();
  await close();
}

async function planned({ windowOf }: Desk, orderId: string): Promise<void> {
  const { page, look, close } = await windowOf('reviewer');
  await page.goto(`/disputes?order=${orderId}`);
  await page.getByText(conferenceText.toPlan).waitFor();
  await look('conference-to-plan');
  await page.getByRole('button', { name: conferenceText.plan }).click();
  const form = page.getByRole('dialog', { name: conferenceText.plan });
  await form.getByLabel(conferenceText.startsAt).click();
  await page.locator('.ant-picker-now-btn').click();
  await form.getByLabel(conferenceText.place).fill('热线中心会商室');
  await look('conference-form');
  await form.getByRole('button', { name: conferenceText.plan }).click();
  await page.getByText(conferenceText.toHold).waitFor();
  await look('conference-planned');
  await close();
}

async function held({ windowOf, checks }: Desk, orderId: string): Promise<void> {
  const { page, look, close } = await windowOf('reviewer');
  await page.goto(`/disputes?order=${orderId}`);
  await page.getByRole('region', { name: conferenceText.title }).getByRole('link').click();
  await page.getByRole('button', { name: meetingsText.hold }).click();
  const form = page.getByRole('dialog', { name: meetingsText.hold });
  const who = form.getByLabel(meetingsText.who);
  await who.first().waitFor();
  await soon(checks, 'all that led or may lead are invited', () => who.count(), 3);
  for (const field of await who.all()) await field.fill('分管科长');
  await look('conference-attendance');
  await form.getByRole('button', { name: meetingsText.hold }).click();
  await page.getByText(meetingsText.came(3, 3)).first().waitFor();
  await page.getByRole('button', { name: meetingsText.write }).click();
  const minutes = page.getByRole('dialog', { name: meetingsText.write });
  await minutes.getByLabel(meetingsText.record).fill('会议听取了三家单位的意见,由县区牵头。');
  await minutes.getByRole('button', { name: meetingsText.write }).click();
  await page.getByText(meetingsText.unsigned).first().waitFor();
  await look('conference-minutes');
  await close();
}

async function ruledLast({ windowOf }: Desk, orderId: string): Promise<void> {
  const { page, look, close } = await windowOf('director');
  await page.goto(`/disputes?order=${orderId}`);
  await page.getByText('到会并听取了意见').first().waitFor();
  await rules(page, false);
  await look('conference-ruling');
  await page.getByRole('button', { name: disputesText.submit }).click();
  await page.getByText(disputesText.done).first().waitFor();
  await page.goto(`/orders/${orderId}`);
  await page.getByText(ruling).first().waitFor();
  await look('conference-ruled');
  await close();
}
