import type { Locator, Page } from 'playwright-core';
import { frontLineText } from '../citizen/src/features/front-line/text.ts';
import {
  accountActsText,
  accountFormText,
  accountsText,
  firstPasswordText,
  ownPasswordText,
} from '../console/src/features/identity/text.ts';
import { signInText } from '../console/src/shell/text.ts';
import { inventedPerson } from '../server/src/demo/invented.ts';
import type { Window } from './kit/browser.ts';
import type { Desk, Journey } from './kit/journey.ts';
import { soon } from './kit/soon.ts';

const worker = inventedPerson('a new village worker');
const chosen = 'jinhai banjia 9';

/** 账号: made by the administrator, changed at the first sign-in, on a telephone and at a desk. */
export const people: Journey = {
  name: 'people',
  title: 'accounts, first passwords, locks',
  go: async (desk) => {
    const admin = await desk.windowOf('admin');
    await admin.page.goto('/accounts');
    await admin.page.getByRole('list', { name: accountsText.listLabel }).waitFor();
    const mark = await admin.page.locator('.watermark text').textContent();
    desk.checks.that('who reads stands over the page', /^admin \d{4}-/.test(mark ?? ''), mark);
    const password = await makeWorker(desk, admin);
    await firstOnPhone(desk, password);
    await offersNoBarredRole(desk, admin);
    await firstAtDesk(desk, await handOutAnew(admin.page));
    await lock(desk, admin);
    await admin.close();
  },
};

/** Answers the first password, which stands on the screen once. */
async function makeWorker({ checks }: Desk, { page, look }: Window): Promise<string> {
  await page.getByRole('button', { name: accountsText.create, exact: true }).click();
  const drawer = page.getByRole('dialog', { name: accountsText.create });
  await drawer.getByLabel(accountFormText.login, { exact: true }).fill('xin-wangge');
  await drawer.getByLabel(accountFormText.name, { exact: true }).fill(worker.name);
  await choose(page, drawer, accountFormText.unit, '350626100001');
  await choose(page, drawer, accountFormText.roles, '村居网格员');
  await drawer.getByLabel(accountFormText.phone, { exact: true }).fill(worker.phone);
  await look('account-form');
  await drawer.getByRole('button', { name: accountsText.create }).click();
  const password = await readFirst(page, () => look('first-password'));
  checks.that(
    'a first password stands on the screen, once',
    /^[a-z\d]{5}(-[a-z\d]{5}){2}$/.test(password),
  );
  await page.getByRole('heading', { name: new RegExp(worker.name) }).waitFor();
  await look('accounts');
  return password;
}

async function readFirst(page: Page, look: () => Promise<void>): Promise<string> {
  const handed = page.getByRole('dialog', { name: firstPasswordText.title });
  const password = await handed.locator('.handed-out').innerText();
  await look();
  await handed.getByRole('button', { name: firstPasswordText.done }).click();
  await handed.waitFor({ state: 'hidden' });
  return password.trim();
}

async function choose(page: Page, form: Locator, label: string, words: string): Promise<void> {
  const box = form.getByRole('combobox', { name: label });
  await box.click();
  await box.fill(words);
  const option = page
    .locator('.ant-select-dropdown:visible .ant-select-item-option')
    .filter({ hasText: words })
    .first();
  await option.click();
  // A list that is drawn anew while it is clicked takes no choice: then again, as a person would.
  for (let times = 1; times <= 3 && !(await isTaken(option)); times += 1) await option.click();
  await box.blur();
  await page.locator('.ant-select-dropdown:visible').first().waitFor({ state: 'hidden' });
}

/** By mobile number and first password; nothing opens before a password of one's own. */
async function firstOnPhone({ checks, window }: Desk, first: string): Promise<void> {
  const { page, look, close } = await window('phone');
  const { account, password, groups } = frontLineText;
  await page.goto('/c/f');
  await page.getByLabel(account.login).fill(worker.phone);
  await page.getByLabel(account.password).fill(first);
  await page.getByRole('button', { name: account.go }).click();
  await page.getByRole('heading', { name: password.heading }).waitFor();
  await look('front-line-first-password');
  await page.getByLabel(password.first).fill(first);
  await page.getByLabel(password.next, { exact: true }).fill('short');
  await page.getByLabel(password.again).fill('short');
  await page.getByRole('button', { name: password.save }).click();
  await soon(checks, 'a weak one is refused', () => page.getByText(password.rule).count(), 2);
  await page.getByLabel(password.next, { exact: true }).fill(chosen);
  await page.getByLabel(password.again).fill(chosen);
  await page.getByRole('button', { name: password.save }).click();
  await page.getByRole('heading', { name: groups.sent }).waitFor();
  checks.that('a village worker signs in by number and chooses a password', true);
  await close();
}

/** 66号文(三): what may not be outsourced is not even offered. */
async function offersNoBarredRole({ checks }: Desk, { page, look }: Window): Promise<void> {
  await page.getByRole('button', { name: accountActsText.change, exact: true }).click();
  const drawer = page.getByRole('dialog', { name: new RegExp(accountActsText.change) });
  await drawer.getByRole('checkbox', { name: accountFormText.outsourced }).check();
  const roles = drawer.getByRole('combobox', { name: accountFormText.roles });
  await roles.click();
  const offered = page.locator('.ant-select-dropdown:visible .ant-select-item-option-content');
  await soon(checks, 'an outsourced account is offered two roles', () => offered.allInnerTexts(), [
    '话务员',
    '回访员',
  ]);
  await look('account-outsourced');
  await drawer.getByRole('button', { name: '取消' }).click();
  await drawer.waitFor({ state: 'hidden' });
}

async function handOutAnew(page: Page): Promise<string> {
  await page.getByRole('button', { name: accountActsText.reset }).click();
  await page.getByRole('button', { name: accountActsText.confirm }).click();
  return readFirst(page, async () => {});
}

/** The same at a desk; afterwards whenever the person likes. */
async function firstAtDesk({ checks, window }: Desk, first: string): Promise<void> {
  const { page, look, close } = await window();
  await page.goto('/unit');
  await page.getByLabel(signInText.login).fill('xin-wangge');
  await page.getByLabel(signInText.password).fill(first);
  await page.getByRole('button', { name: signInText.submit }).click();
  await page.getByRole('heading', { name: ownPasswordText.dueTitle }).waitFor();
  await look('first-sign-in');
  await fillOwn(page, ownPasswordText.first, first, `${chosen}!`);
  await page.getByRole('button', { name: ownPasswordText.change }).click();
  await page.getByRole('dialog', { name: ownPasswordText.title }).waitFor();
  await look('own-password');
  await fillOwn(page, ownPasswordText.current, `${chosen}!`, `${chosen}!!`);
  await page.getByRole('dialog', { name: ownPasswordText.title }).waitFor({ state: 'hidden' });
  checks.that('a password is changed at the first sign-in, and later by the person', true);
  await close();
}

async function fillOwn(page: Page, label: string, current: string, next: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(current);
  await page.getByLabel(ownPasswordText.next, { exact: true }).fill(next);
  await page.getByLabel(ownPasswordText.again, { exact: true }).fill(next);
  await page.getByRole('button', { name: ownPasswordText.save }).click();
}

async function lock({ checks }: Desk, { page, look }: Window): Promise<void> {
  await page.getByRole('button', { name: accountActsText.lock, exact: true }).click();
  await page.getByText(accountActsText.lockAsk).waitFor();
  await look('account-lock-asked');
  await page.getByRole('button', { name: accountActsText.confirm }).click();
  await page.getByRole('button', { name: accountActsText.unlock, exact: true }).waitFor();
  checks.that('a locked account says so, and can be opened again', true);
  await look('account-locked');
}

/** A list of many marks what was chosen; a list of one closes over it. */
async function isTaken(option: Locator): Promise<boolean> {
  await option.page().waitForTimeout(500);
  const marks = await option.getAttribute('class', { timeout: 500 }).catch(() => null);
  return marks === null || !(await option.isVisible()) || /option-selected/.test(marks);
}
