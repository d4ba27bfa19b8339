import { ownUnitKindLabel } from '@minsheng/contract';
import { branchText } from '../console/src/features/branches/text.ts';
import type { Window } from './kit/browser.ts';
import type { Journey } from './kit/journey.ts';

const name = '东山县旅游专班';

/** 县区自设: a county adds a unit, lets it lead a matter, is refused the city's, and ends its rule; the centre sees it. */
export const branchesJourney: Journey = {
  name: 'branches',
  title: 'a county keeps units and rules of its own, and what the city leads stays the city’s',
  go: async ({ windowOf, checks }) => {
    const county = await windowOf('county');
    await county.page.goto('/branches');
    await addUnit(county);
    checks.that('the unit stands in the list', true);
    await addRow(county, '井盖缺失破损');
    await county.page.getByRole('alert').filter({ hasText: '县区不能改派' }).waitFor();
    checks.that('what a bureau of the city leads is refused in words', true);
    await county.page.keyboard.press('Escape');
    await addRow(county, '道路坑洼破损');
    await county.page.getByText(branchText.rowAdded).waitFor();
    await county.look('branches');
    await endRow(county);
    checks.that('the rule is ended and says why', true);
    await county.close();

    const centre = await windowOf('director');
    await centre.page.goto('/branches?county=350626');
    await centre.page.getByRole('rowheader', { name }).waitFor();
    const keeps = await centre.page.getByRole('button', { name: branchText.addUnit }).count();
    checks.that('the centre sees it and keeps nothing there', keeps === 0);
    await centre.close();
  },
};

async function addUnit({ page }: Window): Promise<void> {
  await page.getByRole('button', { name: branchText.addUnit }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel(branchText.unitName).fill(name);
  await form.getByLabel(branchText.unitShort).fill('旅游专班');
  await form.getByLabel(branchText.unitKind).click();
  await page.getByTitle(ownUnitKindLabel.team).click();
  await form.getByRole('button', { name: branchText.addUnit }).click();
  await page.getByRole('rowheader', { name }).waitFor();
}

async function addRow({ page }: Window, matter: string): Promise<void> {
  await page.getByRole('button', { name: branchText.addRow }).click();
  const form = page.getByRole('dialog');
  await choose(page, form.getByLabel(branchText.matter), matter);
  await choose(page, form.getByLabel(branchText.lead), name);
  await form.getByLabel(branchText.basis).fill('县政府会议纪要(示例)');
  await form.getByRole('button', { name: branchText.addRow }).click();
}

async function choose(
  page: Window['page'],
  field: ReturnType<Window['page']['getByLabel']>,
  words: string,
): Promise<void> {
  await field.fill(words);
  await page.locator('.ant-select-item-option-active', { hasText: words }).waitFor();
  await page.keyboard.press('Enter');
}

async function endRow({ page }: Window): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: '道路坑洼破损' });
  await row.getByRole('button', { name: branchText.endRow }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel(branchText.why).fill('试行结束(示例)');
  await form.getByRole('button', { name: branchText.endRow }).click();
  await page.getByText(branchText.endedWhy('试行结束(示例)')).waitFor();
}
