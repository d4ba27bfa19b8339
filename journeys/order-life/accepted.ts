import {
  agentText,
  formText,
  saveText,
  waitingText,
} from '../../console/src/features/intake/text.ts';
import { signInText } from '../../console/src/shell/text.ts';
import { passwordOf } from '../../stories/kit/person.ts';
import type { Desk } from '../kit/journey.ts';
import { soon } from '../kit/soon.ts';
import type { Told } from './told.ts';

/** 话务员: signs in at the door, takes the appeal and puts its matter right. */
export async function acceptAtDesk({ checks, server, window }: Desk, told: Told): Promise<void> {
  const { page, look, close } = await window();
  await page.goto('/');
  await page.getByRole('heading', { name: signInText.title }).waitFor();
  await look('sign-in');
  await page.getByLabel(signInText.login, { exact: true }).fill('agent');
  await page.getByLabel(signInText.password, { exact: true }).fill(passwordOf(server, 'agent'));
  await page.getByRole('button', { name: signInText.submit }).click();
  await page.getByRole('heading', { name: agentText.title }).waitFor();
  const where = async () => new URL(page.url()).pathname;
  await soon(checks, 'an agent lands on the agents’ desk', where, '/agent');
  await look('agent-desk');

  await page.getByRole('button', { name: agentText.tab['to-accept'] }).click();
  const waiting = page.getByRole('list', { name: agentText.tab['to-accept'] });
  await waiting.getByRole('button', { name: told.orderNo }).click();
  await page.getByRole('button', { name: waitingText.take }).click();
  const panel = page.getByRole('region', { name: waitingText.acceptForm });
  await panel.getByRole('combobox', { name: formText.matter }).click();
  await panel.getByRole('combobox', { name: formText.matter }).fill('卫生死角');
  await page.locator('.ant-select-item-option-active').getByText('卫生死角乱堆放').waitFor();
  await page.keyboard.press('Enter');
  checks.that('words and Enter choose the best matter', true);
  await panel.getByText('投诉', { exact: true }).click();
  await panel.getByRole('combobox', { name: '堆的是什么' }).click();
  for (const kind of ['装修垃圾', '大件家具'])
    await page.locator('.ant-select-item-option').getByText(kind).click();
  await page.keyboard.press('Escape');
  await look('agent-accept');
  await panel.getByRole('button', { name: saveText.accept }).click();
  await waiting.getByRole('button', { name: told.orderNo }).waitFor({ state: 'detached' });
  checks.that('accepted, it has left the waiting list', true);
  await close();
}
