import { identity, refusals } from '@minsheng/contract';
import type { Page } from 'playwright-core';
import {
  rulesText,
  sessionsText,
  factorText as words,
} from '../console/src/features/identity/security-text.ts';
import { accountsText } from '../console/src/features/identity/text.ts';
import { shellText, signInText } from '../console/src/shell/text.ts';
import { codeAt, stepOf } from '../server/src/modules/identity/totp.ts';
import { passwordOf, signIn } from '../stories/kit/person.ts';
import type { Server } from '../stories/kit/server.ts';
import type { Desk, Journey } from './kit/journey.ts';
import { soonThat } from './kit/soon.ts';

const login = 'auditor';

/** 二次验证: bound from the menu, asked for at the next sign-in, a lost one reset by the security administrator. */
export const secondFactor: Journey = {
  name: 'second-factor',
  title: 'a second factor, recovery codes, sessions',
  go: async (desk) => {
    const { secret, used, recovery } = await bind(desk);
    await signInWithCode(desk, secret, used);
    await signInWithRecovery(desk, recovery);
    await reset(desk);
  },
};

/** The code an app shows at the server's time, or so many thirty seconds later. */
async function codeOf(server: Server, secret: string, later = 0): Promise<string> {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((one) => letters.indexOf(one).toString(2).padStart(5, '0')).join('');
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  const { now } = await (await signIn(server, 'agent')).call(identity.me, {});
  return codeAt(Buffer.from(bytes), stepOf(new Date(now)) + later);
}

async function typed(page: Page, name: string, password: string): Promise<void> {
  await page.goto('/');
  await page.getByLabel(signInText.login).fill(name);
  await page.getByLabel(signInText.password).fill(password);
  await page.getByRole('button', { name: signInText.submit }).click();
}

async function bind({ server, checks, window }: Desk) {
  const { page, look, close } = await window();
  await typed(page, login, passwordOf(server, login));
  await page.getByRole('button', { name: words.own }).click();
  const drawer = page.getByRole('dialog', { name: words.own });
  await drawer.getByText(sessionsText.own).waitFor();
  await drawer.getByRole('button', { name: words.begin }).click();
  await drawer.getByRole('img', { name: words.qr }).waitFor();
  await look('factor-scan');
  const secret = await drawer.locator('.factor-secret').innerText();
  await drawer.getByLabel(words.firstCode).fill('000000');
  await drawer.getByRole('button', { name: words.bind }).click();
  await drawer.getByRole('alert').waitFor();
  const used = await codeOf(server, secret.trim());
  await drawer.getByLabel(words.firstCode).fill(used);
  await drawer.getByRole('button', { name: words.bind }).click();
  await drawer.getByRole('heading', { name: words.codesTitle }).waitFor();
  await look('factor-recovery');
  const codes = await drawer.locator('.factor-recovery li').allInnerTexts();
  checks.same('ten recovery codes stand on the screen, once', codes.length, 10);
  await drawer.getByRole('button', { name: words.codesDone }).click();
  await drawer.getByRole('button', { name: words.unbind }).waitFor();
  await look('factor-bound');
  await close();
  return { secret: secret.trim(), used, recovery: codes[0] ?? '' };
}

/** The code of the binding is used up: whoever watched it has nothing. */
async function signInWithCode(
  { server, checks, window }: Desk,
  secret: string,
  used: string,
): Promise<void> {
  const { page, look, close } = await window();
  await typed(page, login, passwordOf(server, login));
  await page.getByRole('heading', { name: words.dueTitle }).waitFor();
  await look('factor-code');
  await page.getByLabel(words.code).fill(used);
  await page.getByRole('button', { name: words.submit }).click();
  await page.getByText(refusals['identity.code-used'][1]).waitFor();
  await page.getByLabel(words.code).fill(await codeOf(server, secret, 1));
  await page.getByRole('button', { name: words.submit }).click();
  await page.getByRole('button', { name: shellText.signOut }).waitFor();
  await page.getByRole('button', { name: words.own }).waitFor();
  checks.that('a code that was used opens nothing, the next one does', true);
  await close();
}

async function signInWithRecovery({ server, checks, window }: Desk, code: string): Promise<void> {
  const { page, close } = await window();
  await typed(page, login, passwordOf(server, login));
  await page.getByLabel(words.code).fill(code);
  await page.getByRole('button', { name: words.submit }).click();
  await page.getByRole('button', { name: shellText.signOut }).waitFor();
  checks.that('a recovery code opens', true);
  await close();
}

async function reset({ checks, windowOf }: Desk): Promise<void> {
  const { page, look, close } = await windowOf('security');
  await page.goto('/accounts?role=auditor');
  await page
    .getByRole('list', { name: accountsText.listLabel })
    .getByRole('button')
    .first()
    .click();
  await page.getByRole('button', { name: sessionsText.title }).click();
  await page.getByRole('list', { name: sessionsText.title }).waitFor();
  await look('account-sessions');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: words.reset }).click();
  const drawer = page.getByRole('dialog', { name: words.reset });
  await drawer.getByLabel(words.resetReason).fill('手机遗失,已当面核实');
  await drawer.getByRole('button', { name: words.reset }).click();
  await soonThat(
    checks,
    'a lost authenticator is reset with a reason',
    () => page.getByText(words.hasNot, { exact: true }).count(),
    (many) => many > 0,
  );
  await page.getByRole('button', { name: rulesText.title }).click();
  await page.getByText(rulesText.demo).waitFor();
  await look('sign-in-rules');
  await close();
}
