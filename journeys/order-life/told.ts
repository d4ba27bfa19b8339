import { appealText } from '../../citizen/src/features/appeal/text.ts';
import { homeText } from '../../citizen/src/features/home/text.ts';
import { inventedPerson } from '../../server/src/demo/invented.ts';
import type { Desk } from '../kit/journey.ts';
import { soon } from '../kit/soon.ts';

export interface Told {
  readonly orderNo: string;
  readonly code: string;
}

const words =
  '村口老榕树旁边的空地堆了好几车建筑垃圾和旧家具,下雨天又臭又滑,小孩上学都要绕着走,希望尽快清走。';

/** 诉求人: on a phone, without an account; number and code at the end. */
export async function tellOnPhone({ checks, window }: Desk): Promise<Told> {
  const { page, look, close } = await window('phone');
  await page.goto('/c/');
  await page.getByRole('link', { name: homeText.appeal }).waitFor();
  await look('citizen-home');
  await page.getByRole('link', { name: homeText.appeal }).click();
  await look('citizen-notice');
  await page.getByRole('checkbox', { name: appealText.notice.tick }).check();
  await page.getByRole('button', { name: appealText.notice.go }).click();

  await page.getByLabel(appealText.words.label).fill(words);
  await page.getByLabel(appealText.place.address, { exact: true }).fill('示例村口老榕树旁');
  const [county, town] = appealText.place.levels;
  await page.getByLabel(county).selectOption({ label: '东山县' });
  await page.getByLabel(town).selectOption({ index: 1 });
  await page.getByLabel(appealText.place.levels[2]).selectOption({ index: 1 });
  const citizen = inventedPerson('journey-order-life');
  await page.getByLabel(appealText.person.name).fill(citizen.name);
  await page.getByLabel(appealText.person.phone).fill(citizen.phone);
  await look('citizen-form');

  await page.reload();
  const kept = () => page.getByLabel(appealText.words.label).inputValue();
  await soon(checks, 'a reload keeps what the citizen typed', kept, words);
  await page.getByRole('button', { name: appealText.submit, exact: true }).click();
  await page.getByRole('heading', { name: appealText.result.title }).waitFor();
  await look('citizen-receipt');
  const orderNo = (await page.locator('.receipt-number').innerText()).trim();
  const code = (await page.locator('.receipt-code').innerText()).trim();
  checks.that('the citizen gets a number', /^\d{6}-\d{8}-\d{6,9}$/.test(orderNo), orderNo);
  checks.that('and a query code', /^[0-9A-HJ-NP-Z]{8}$/.test(code), code.length);
  await close();
  return { orderNo, code };
}
