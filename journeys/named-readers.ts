import { dispatch, intake } from '@minsheng/contract';
import { dispatchText } from '../console/src/features/dispatch/text.ts';
import { handlingText } from '../console/src/features/handling/text.ts';
import { readersText } from '../console/src/ui/text.ts';
import { type Person, signIn } from '../stories/kit/person.ts';
import type { Desk, Journey } from './kit/journey.ts';

const bureau = '350600.zjj';
const title = '举报业委会挪用维修资金';

/** 专人专办: the leader names without reading, only the named read, the colleague beside them learns nothing. */
export const namedReaders: Journey = {
  name: 'named-readers',
  title: 'an order for named readers only',
  go: async (desk) => {
    const lead = await signIn(desk.server, 'shift-lead');
    await chooseWhileSending(desk, await secretOrder(lead));
    const orderId = await secretOrder(lead);
    const units = { assists: [], linkage: [], copies: [], note: '', lead: bureau };
    await lead.call(dispatch.send, { orderId, ...units });
    await nameReaders(desk);
  },
};

async function secretOrder(lead: Person): Promise<string> {
  const { orderId } = await lead.call(intake.createOrder, {
    content: '业委会主任把维修资金转给亲戚的公司,有转账记录,怕被报复。',
    title,
    type: 'JB',
    matterCode: '020103',
    areaCode: '350626100001',
    address: '示例小区',
    fields: { committee_stage: 'none' },
    requester: {},
    anonymous: true,
    secrecy: 3,
    result: 'dispatch',
  });
  return orderId;
}

/** 班长 may name at once, unit by unit. */
async function chooseWhileSending({ windowOf }: Desk, orderId: string): Promise<void> {
  const { page, look, close } = await windowOf('shift-lead');
  await page.goto(`/dispatch?tab=to-dispatch&order=${orderId}`);
  await page
    .getByRole('group', { name: dispatchText.readers })
    .getByRole('checkbox')
    .first()
    .waitFor();
  await look('dispatch-named-readers');
  await close();
}

async function nameReaders({ checks, windowOf }: Desk): Promise<void> {
  const handler = await windowOf('zjj-handler');
  await handler.page.goto('/unit?tab=unit-sent');
  await handler.page.getByText(handlingText.toNameWaits(1)).waitFor();
  await handler.look('unit-waits-for-a-name');
  checks.same('the unit learns that one waits, not what', await seen(handler.page), 0);

  const leader = await windowOf('zjj-leader');
  await leader.page.goto('/unit?tab=unit-to-name');
  await leader.page.getByRole('button', { name: readersText.name }).click();
  const drawer = leader.page.getByRole('dialog', { name: readersText.name });
  await drawer.getByRole('checkbox', { name: /承办人/ }).check();
  await drawer.getByRole('button', { name: readersText.name }).click();
  await drawer.getByText('签批权').last().waitFor();
  checks.that('somebody who may sign must be among them', true);
  await leader.look('name-readers');
  await drawer.getByRole('checkbox', { name: /分管领导/ }).check();
  await drawer.getByRole('button', { name: readersText.name }).click();
  await leader.page.getByText(handlingText.empty['unit-to-name']).waitFor();
  await leader.close();

  await handler.page.getByText(title).first().waitFor();
  await handler.page.getByText(title).first().click();
  await handler.page.getByText(handlingText.entrusted).waitFor();
  await handler.look('unit-entrusted');
  checks.that('whoever is named sees it within a moment', true);
  await handler.close();

  const colleague = await windowOf('zjj-liaison');
  await colleague.page.goto('/unit?tab=unit-sent');
  await colleague.page.getByRole('heading', { name: handlingText.title }).waitFor();
  // Another journey may have sent the unit something meanwhile: the list is there, with or without it.
  const empty = colleague.page.getByText(handlingText.empty['unit-sent']);
  await empty.or(colleague.page.locator('.row-main').first()).first().waitFor();
  checks.same('the colleague at the next desk does not', await seen(colleague.page), 0);
  await colleague.close();
}

const seen = (page: { getByText(words: string): { count(): Promise<number> } }) =>
  page.getByText(title).count();
