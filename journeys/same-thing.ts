import { intake, sameReasonLabel } from '@minsheng/contract';
import { issueText } from '../console/src/features/issues/text.ts';
import { sameText } from '../console/src/ui/same-thing/text.ts';
import { reasonText } from '../console/src/ui/text.ts';
import { inventedPhoneOf } from '../server/src/demo/invented.ts';
import { type Person, signIn } from '../stories/kit/person.ts';
import { fields, matterCode } from '../stories/manhole/scene.ts';
import type { Desk, Journey } from './kit/journey.ts';

const road = '延安北路';

/** 同一件事: three tell of one manhole; the dispatcher reads why, confirms, splits one out and takes it back. */
export const sameThing: Journey = {
  name: 'same-thing',
  title: 'three people tell of one thing',
  go: async (desk) => {
    const agent = await signIn(desk.server, 'agent');
    const first = await tell(agent, 'one', '延安北路井盖缺失', '延安北路口的井盖不见了,没有围挡。');
    const second = await tell(agent, 'two', '井盖没了', '延安北路上少了一个井盖,骑车差点掉下去。');
    const third = await tell(agent, 'three', '少一个井盖', '延安北路有个井盖不见了,晚上看不清。');
    await confirmBoth(desk, [second, third]);
    await splitOne(desk, first);
  },
};

async function tell(agent: Person, who: string, title: string, content: string): Promise<string> {
  const { orderId } = await agent.call(intake.createOrder, {
    content,
    title,
    type: 'QZ',
    matterCode,
    areaCode: '350602001000',
    address: road,
    fields: { ...fields, road_name: road },
    requester: { phone: inventedPhoneOf(`same thing ${who}`) },
    result: 'dispatch',
  });
  return orderId;
}

async function confirmBoth({ checks, windowOf }: Desk, orderIds: readonly string[]) {
  const { page, look, close } = await windowOf('dispatcher');
  for (const orderId of orderIds) {
    await page.goto(`/orders/${orderId}`);
    const panel = page.getByRole('region', { name: sameText.title });
    await panel.getByText(sameReasonLabel['same-place']).first().waitFor();
    await look('same-thing-proposed');
    await panel.getByRole('button', { name: sameText.confirm }).first().click();
    await page.getByText(sameText.confirmed).first().waitFor();
  }
  checks.that('the dispatcher reads why and says yes with one key', true);
  await close();
}

async function splitOne({ checks, windowOf }: Desk, orderId: string) {
  const { page, look, close } = await windowOf('dispatcher');
  await page.goto(`/orders/${orderId}`);
  await page.getByRole('link', { name: sameText.openIssue }).first().click();
  await page.getByText(issueText.counts(3, 3)).waitFor();
  await look('issue-three');
  await page.getByRole('checkbox').last().check();
  await page.getByRole('button', { name: issueText.split }).click();
  const drawer = page.getByRole('dialog', { name: issueText.split });
  await drawer.getByLabel(reasonText.label).fill('是另一个井盖');
  await drawer.getByRole('button', { name: issueText.split }).click();
  await page.getByText(issueText.counts(2, 2)).waitFor();
  await look('issue-split');
  await page.getByRole('button', { name: sameText.undo }).first().click();
  await page.getByText(issueText.counts(3, 3)).waitFor();
  checks.that('one is split out and comes back', true);
  await close();
}
