import type { Locator } from 'playwright-core';
import { dispatchText } from '../../console/src/features/dispatch/text.ts';
import type { Desk } from '../kit/journey.ts';
import { soonThat } from '../kit/soon.ts';
import type { Told } from './told.ts';

export const county = '东山县人民政府(12345分中心)';

const mostAssists = 9;

/** Takes out what the suggestion has put in; it comes a moment after the suggestion itself. */
async function leaveOut(box: Locator): Promise<void> {
  const chosen = box
    .locator('xpath=ancestor::*[contains(@class, "ant-select")][last()]')
    .locator('.ant-select-selection-item');
  await chosen.first().waitFor();
  for (let times = 0; times < mostAssists && (await chosen.count()) > 0; times += 1) {
    const before = await chosen.count();
    await box.press('Backspace');
    await chosen.nth(before - 1).waitFor({ state: 'detached' });
  }
}

/** 派单员: sees what the catalogue says and why, decides for the county sub-centre, and sends. */
export async function sendToCounty({ checks, windowOf }: Desk, told: Told): Promise<void> {
  const { page, look, close } = await windowOf('dispatcher');
  await page.goto('/dispatch');
  const list = page.getByRole('list', { name: dispatchText.listLabel });
  await list.getByRole('button', { name: told.orderNo }).click();
  const suggestion = page.getByRole('region', { name: dispatchText.suggestion });
  await suggestion.getByText(dispatchText.direct).waitFor();
  await soonThat(
    checks,
    'the suggestion says why',
    () => suggestion.innerText(),
    (why) => why.includes('卫生死角乱堆放') && why.includes('依据'),
  );

  const units = page.getByRole('region', { name: dispatchText.units });
  await leaveOut(units.getByRole('combobox', { name: dispatchText.assists }));
  await units.getByRole('combobox', { name: dispatchText.lead }).click();
  await units.getByRole('combobox', { name: dispatchText.lead }).fill('东山县人民政府');
  await page.locator('.ant-select-item-option').getByText(county, { exact: true }).click();
  await look('dispatch-desk');
  await units.getByRole('button', { name: dispatchText.send, exact: true }).click();
  await page.getByText(dispatchText.undoBar(told.orderNo, 0)).waitFor();
  checks.that('sent, it can be undone for a minute', true);
  await look('dispatch-sent');
  const menu = page.getByRole('link', { name: '派单台' });
  await menu.waitFor();
  await close();
}
