import { actionText, handlingText } from '../../console/src/features/handling/text.ts';
import { uiText } from '../../console/src/ui/text.ts';
import type { Window } from '../kit/browser.ts';
import type { Desk } from '../kit/journey.ts';
import type { Told } from './told.ts';

export const township = '东山县西埔镇人民政府';
export const village = '东山县西埔镇东埔社区居委会';

/** 县区 → 乡镇 → 村居: each delegates to the unit below, the township sends the village's duty phone a link. */
export async function passDown(desk: Desk, told: Told): Promise<void> {
  const county = await desk.windowOf('county');
  await openDuty(county, told, 'unit-sent', handlingText.title);
  await county.look('county-duty');
  await delegate(county, township);
  desk.checks.that('the county has passed it down', true);
  await county.close();

  const town = await desk.windowOf('township');
  await openDuty(town, told, 'unit-sent', township);
  await delegate(town, village);
  await openDuty(town, told, 'unit-sent', village);
  await town.page.getByRole('button', { name: actionText.sendLink }).click();
  await confirmIfAsked(town, actionText.sendLink, actionText.sendLinkDone);
  await town.page.getByText(actionText.sendLinkDone).waitFor();
  desk.checks.that('the township has sent the village a one-time link', true);
  await town.look('township-duty');
  await town.close();
}

/** A duty of this order on the unit desk, told apart by the unit that holds it. */
export async function openDuty(
  { page }: Window,
  { orderNo }: Told,
  tab: keyof typeof handlingText.tab,
  unit: string,
): Promise<void> {
  await page.goto(`/unit?tab=${tab}`);
  const list = page.getByRole('list', { name: handlingText.listLabel });
  const rows = list.getByRole('button').filter({ hasText: orderNo });
  const own = unit === handlingText.title ? rows : rows.filter({ hasText: unit });
  await own.first().click();
  await page.getByRole('link', { name: handlingText.openOrder }).waitFor();
}

async function delegate({ page }: Window, unit: string): Promise<void> {
  await page.getByRole('button', { name: actionText.delegate, exact: true }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('combobox', { name: actionText.delegateTo }).click();
  await drawer.getByRole('combobox', { name: actionText.delegateTo }).fill(unit);
  await page.locator('.ant-select-item-option').getByText(unit, { exact: true }).click();
  await drawer.getByRole('button', { name: uiText.submit }).click();
  await page.getByText(actionText.delegateDone).first().waitFor();
}

/** Either it is asked once more, or it is done. */
async function confirmIfAsked({ page }: Window, name: string, done: string): Promise<void> {
  const confirm = page.getByRole('dialog').getByRole('button', { name });
  await confirm.or(page.getByText(done)).first().waitFor();
  if (await confirm.isVisible()) await confirm.click();
}
