import { briefs } from '@minsheng/contract';
import { briefsText, briefText, noteText } from '../console/src/features/briefs/text.ts';
import { signIn } from '../stories/kit/person.ts';
import { nowAt } from './kit/days.ts';
import type { Desk, Journey } from './kit/journey.ts';

const title = '一周诉求情况(示例)';

/** 专报: counted as of an instant, written, signed by the director, printed, and noted on by a leader. */
export const briefsJourney: Journey = {
  name: 'briefs',
  title: 'a brief is counted, written, signed and noted on',
  go: async (desk) => {
    await written(desk, await begun(desk));
    await signed(desk);
  },
};

async function begun({ server }: Desk): Promise<string> {
  const analyst = await signIn(server, 'analyst');
  const today = (await nowAt(server.url)).slice(0, 10);
  const asked = { template: 'weekly', title, from: today, to: today };
  return (await analyst.call(briefs.beginBrief, asked)).briefId;
}

async function written({ windowOf, checks }: Desk, briefId: string): Promise<void> {
  const { page, look, close } = await windowOf('analyst');
  await page.goto('/briefs');
  await page.getByRole('button', { name: briefsText.begin }).click();
  await page.getByRole('dialog', { name: briefsText.begin }).waitFor();
  await look('brief-begin');
  await page.keyboard.press('Escape');
  await page.goto(`/briefs?brief=${briefId}`);
  // Counted by a job some seconds after its cutoff; the page shows it by itself.
  await page.getByRole('button', { name: briefText.write }).click();
  const form = page.getByRole('dialog', { name: briefText.write });
  const boxes = form.getByRole('textbox');
  await boxes.nth(1).fill('本周路灯和井盖反映较多。\n多在老旧小区周边。');
  await boxes.nth(2).fill('建议组织一次联合巡查。');
  await form.getByRole('button', { name: briefText.write }).click();
  await page.getByText('建议组织一次联合巡查。').first().waitFor();
  await page.getByRole('button', { name: briefText.check }).click();
  await page.getByText(/重新统计的结果一致/).waitFor();
  checks.that('counted again, it is the same', true);
  await look('brief-draft');
  await close();
}

async function signed({ windowOf, checks }: Desk): Promise<void> {
  const { page, look, close } = await windowOf('director');
  await page.goto('/briefs');
  await page.getByRole('button', { name: new RegExp(title.slice(0, 6)) }).click();
  await page.getByRole('button', { name: briefText.sign, exact: true }).click();
  const form = page.getByRole('dialog', { name: briefText.sign });
  await form.getByRole('button', { name: briefText.sign, exact: true }).click();
  await page
    .getByText(/热线周报〔\d{4}〕1期/)
    .first()
    .waitFor();
  checks.that('another person signs it, and it is numbered', true);
  await page.getByRole('button', { name: noteText.add }).click();
  await page.getByRole('dialog', { name: noteText.add }).waitFor();
  await look('brief-note');
  await page.keyboard.press('Escape');
  const print = await page.getByRole('link', { name: briefText.print }).getAttribute('href');
  await page.goto(print ?? '/');
  await page
    .getByText(/一周诉求情况/)
    .first()
    .waitFor();
  await look('brief-print');
  await close();
}
