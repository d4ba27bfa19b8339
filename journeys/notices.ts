import { letters } from '@minsheng/contract';
import { inboxText, noticesText } from '../console/src/features/notices/text.ts';
import { signIn } from '../stories/kit/person.ts';
import type { Desk, Journey } from './kit/journey.ts';

/** 我的消息与通知发送: a letter is sent, its unit finds it behind the bell, and the centre sees what went out. */
export const noticesJourney: Journey = {
  name: 'notices',
  title: 'a message on screen leads to its thing; the centre sees what was sent',
  go: async (desk) => {
    await sendLetter(desk);
    await readIt(desk);
    await lookAtDesk(desk);
  },
};

async function sendLetter({ server }: Desk): Promise<void> {
  const dispatcher = await signIn(server, 'dispatcher');
  const director = await signIn(server, 'director');
  const { letterId } = await dispatcher.call(letters.draftLetter, {
    template: 'supervision-notice',
    slots: {
      subject: '示例路积水长期未处理',
      facts: '示例路两处低洼路段雨后积水。',
      demands: '一周内查明原因并疏通雨水口。',
    },
    toUnits: ['350600.zjj'],
  });
  await director.call(letters.approveLetter, { letterId });
  await director.call(letters.sendLetter, { letterId });
}

async function readIt({ windowOf, checks }: Desk): Promise<void> {
  const { page, look, close } = await windowOf('zjj-liaison');
  await page.goto('/unit');
  await page.getByRole('link', { name: /我的消息,\d+ 条未读/ }).click();
  await page.getByText('收到一份新函件').first().waitFor();
  await look('inbox');
  await page.getByRole('link', { name: inboxText.about.letter }).first().click();
  await page.waitForURL(/\/letters/);
  await page.goto('/inbox?tab=all');
  const letter = page.getByRole('listitem').filter({ hasText: '收到一份新函件' }).first();
  await letter.waitFor();
  await letter.getByText(inboxText.fresh, { exact: true }).waitFor({ state: 'detached' });
  checks.that('what was opened is read', true);
  await close();
}

async function lookAtDesk({ windowOf }: Desk): Promise<void> {
  const { page, look, close } = await windowOf('shift-lead');
  await page.goto('/notices?tab=tally');
  await page.getByRole('cell', { name: '站内消息' }).first().waitFor();
  await look('notices-tally');
  await page.getByRole('button', { name: noticesText.tab.troubled }).click();
  await page.getByText(noticesText.empty).first().waitFor();
  await close();
}
