import { dispatch, intake } from '@minsheng/contract';
import { mechanismsText, ordersText } from '../console/src/features/mechanisms/text.ts';
import { mechanismPanelText } from '../console/src/ui/mechanism/text.ts';
import { inventedPhoneOf } from '../server/src/demo/invented.ts';
import { signIn } from '../stories/kit/person.ts';
import type { Desk, Journey } from './kit/journey.ts';
import { soonThat } from './kit/soon.ts';

const project = '示例园区六号厂房';
const paid = '13000.00元';

/** 特色机制: the unit fills in the form on the order's page, the director opens a sum down to the order. */
export const mechanismsJourney: Journey = {
  name: 'mechanisms',
  title: 'an order under a mechanism has a form, and the figures open to it',
  go: async (desk) => {
    const orderId = await sent(desk);
    await filledIn(desk, orderId);
    await opened(desk);
  },
};

async function sent({ server }: Desk): Promise<string> {
  const [agent, dispatcher] = await Promise.all([
    signIn(server, 'agent'),
    signIn(server, 'dispatcher'),
  ]);
  const { orderId } = await agent.call(intake.createOrder, {
    content: '在工地干了两个月,工钱一直没有给。',
    title: '工地工钱没有给',
    type: 'QZ',
    matterCode: '070101',
    areaCode: '350626100000',
    address: '西埔镇工地',
    fields: {
      ...{ employer: '示例劳务队', project, contractor: '示例建设三公司', industry: 'building' },
      ...{ amount_claimed: 1_300_000, workers_count: 1, agree_identity: true },
    },
    requester: { phone: inventedPhoneOf('mechanisms journey') },
    result: 'dispatch',
  });
  await dispatcher.call(dispatch.send, { orderId, lead: '350626.rsj' });
  return orderId;
}

async function filledIn({ windowOf }: Desk, orderId: string): Promise<void> {
  const { page, look, close } = await windowOf('county-department');
  await page.goto(`/orders/${orderId}`);
  await page.getByRole('button', { name: mechanismPanelText.fill }).click();
  const form = page.getByRole('dialog', { name: mechanismPanelText.fill });
  await form.getByLabel('核实金额').fill('13000');
  await form.getByLabel('已支付金额').fill('13000');
  await look('mechanism-form');
  await form.getByRole('button', { name: mechanismPanelText.fill }).click();
  await page.getByText(paid).first().waitFor();
  await look('mechanism-order');
  await close();
}

async function opened({ windowOf, checks }: Desk): Promise<void> {
  const { page, look, close } = await windowOf('director');
  await page.goto('/mechanisms?code=unpaid-wages');
  const row = page.getByRole('row').filter({ hasText: '已支付金额' });
  await row.getByRole('link').first().waitFor();
  await look('mechanism-figures');
  await row.getByRole('link').first().click();
  await page.getByRole('heading', { name: ordersText.behind('已支付金额', false) }).waitFor();
  const found = page.getByRole('row').filter({ hasText: project });
  await found.first().waitFor();
  await soonThat(
    checks,
    'the sum opens to the order',
    () => found.count(),
    (rows) => rows > 0,
  );
  await page.getByRole('button', { name: mechanismsText.tabs.joint }).click();
  await page.getByText(project).first().waitFor();
  await look('mechanism-joint');
  await close();
}
