import { dispatchText } from '../../console/src/features/dispatch/text.ts';
import type { Desk } from '../kit/journey.ts';
import type { Told } from './told.ts';

export const county = '东山县人民政府(12345分中心)';

/** 派单员: sees what the catalogue says and why, decides for the county sub-centre, and sends. */
export async function sendToCounty({ checks, windowOf }: Desk, told: Told): Promise<void> {
  const { page, look, close } = await windowOf('dispatcher');
  await page.goto('/dispatch');
  const list = page.getByRole('list', { name: dispatchText.listLabel });
  await list.getByRole('button', { name: told.orderNo }).click();
  const suggestion = page.getByRole('region', { name: dispatchText.suggestion });
  await suggestion.getByText(dispatchText.direct).waitFor();
  const why = await suggestion.innerText();
  checks.that(
    'the suggestion says why',
    why.includes('卫生死角乱堆放') && why.includes('依据'),
    why,
  );

  const units = page.getByRole('region', { name: dispatchText.units });
  const assists = units.getByRole('combobox', { name: dispatchText.assists });
  await assists.press('Backspace');
  await assists.press('Backspace');
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
