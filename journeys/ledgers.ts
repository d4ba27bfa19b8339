import { intake } from '@minsheng/contract';
import type { Locator, Page } from 'playwright-core';
import { foundText, ledgersText, siteText } from '../console/src/features/ledgers/text.ts';
import { ledgerPanelText } from '../console/src/features/orders/ledger-text.ts';
import { inventedPerson } from '../server/src/demo/invented.ts';
import { signIn } from '../stories/kit/person.ts';
import { nowAt, workingDay } from './kit/days.ts';
import type { Desk, Journey } from './kit/journey.ts';

const name = '楼顶鸽棚整治台账';
const address = '示例花园 1 号楼楼顶';

/** 由点及面: from a closed order to a ledger, and a site moved on by its unit on a phone. */
export const ledgersJourney: Journey = {
  name: 'ledgers',
  title: 'a closed order becomes a ledger of places; its unit moves a site on',
  go: async (desk) => {
    const orderId = await answered(desk);
    await founded(desk, orderId, workingDay(await nowAt(desk.server.url)));
    await movedOn(desk);
  },
};

/** One that was answered at once is closed as well. */
async function answered({ server }: Desk): Promise<string> {
  const agent = await signIn(server, 'agent');
  const { orderId } = await agent.call(intake.createOrder, {
    channel: 'visit',
    content: '楼顶有人搭鸽棚,想问归谁管,有没有统一整治。',
    type: 'ZX',
    matterCode: '010402',
    areaCode: '350602001000',
    address,
    requester: inventedPerson('journey-ledgers'),
    result: 'answer',
    answer: '由住建部门会同社区处理,已记录点位。',
  });
  return orderId;
}

async function choose(page: Page, box: Locator, words: string): Promise<void> {
  await box.click();
  await box.fill(words);
  await page.getByRole('option', { name: words }).first().waitFor({ state: 'attached' });
  await box.press('Enter');
}

async function founded({ windowOf }: Desk, orderId: string, planOn: string): Promise<void> {
  const { page, look, close } = await windowOf('analyst');
  await page.goto(`/orders/${orderId}`);
  await page.getByRole('link', { name: ledgerPanelText.found }).click();
  await page.getByLabel(foundText.words).fill('鸽棚');
  await page.getByRole('button', { name: foundText.search }).click();
  await page.getByRole('checkbox', { name: new RegExp(address) }).check();
  await page.getByLabel(foundText.name, { exact: true }).fill(name);
  await page.getByRole('combobox', { name: foundText.path }).click();
  await page.getByTitle('违法建设和楼顶私搭', { exact: true }).last().click();
  await choose(
    page,
    page.getByRole('combobox', { name: foundText.unit }),
    '漳州市住房和城乡建设局',
  );
  const day = page.getByLabel(foundText.planOn);
  await day.fill(planOn);
  await day.press('Enter');
  await look('ledger-founding');
  await page.getByRole('button', { name: foundText.submit(1) }).click();
  await page.getByRole('heading', { name }).waitFor();
  await page.getByText(ledgersText.rate(0, 1)).first().waitFor();
  await look('ledger');
  await close();
}

async function movedOn({ windowOf }: Desk): Promise<void> {
  const { page, look, close } = await windowOf('zjj-liaison', 'phone');
  await page.goto('/ledgers');
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.getByRole('button', { name: new RegExp(address) }).click();
  const move = siteText.move('告知');
  await page.getByRole('button', { name: move }).click();
  const form = page.getByRole('dialog', { name: move });
  await form.getByLabel(siteText.moveWords).fill('已送达限期整改告知书。');
  await look('ledger-move-phone');
  await form.getByRole('button', { name: move }).click();
  await page.getByRole('heading', { name: siteText.moveOf('排查', '告知') }).waitFor();
  await look('ledger-site-phone');
  await close();
}
