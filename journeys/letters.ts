import { letters } from '@minsheng/contract';
import { lettersText } from '../console/src/features/letters/text.ts';
import { signIn } from '../stories/kit/person.ts';
import type { Desk, Journey } from './kit/journey.ts';

const subject = '示例路积水长期未处理';
const reply = '已疏通两处雨水口,现场复查无积水。';

/** 公文函件: drafted, approved by another, sent, signed for, answered, accepted. */
export const lettersJourney: Journey = {
  name: 'letters',
  title: 'a letter goes from its draft to an accepted answer',
  go: async (desk) => {
    const letterId = await draft(desk);
    await approveAndSend(desk, letterId);
    await signAndAnswer(desk, letterId);
    await accept(desk, letterId);
  },
};

async function draft({ server, windowOf }: Desk): Promise<string> {
  const dispatcher = await signIn(server, 'dispatcher');
  const { letterId } = await dispatcher.call(letters.draftLetter, {
    template: 'supervision-notice',
    slots: {
      subject,
      facts: '示例路两处低洼路段雨后积水,两个月内接到六件诉求。\n此前两次答复已处理,雨后仍然积水。',
      demands: '一周内查明原因并疏通雨水口。\n雨后安排专人巡查。',
    },
    toUnits: ['350600.zjj'],
  });
  const { page, look, close } = await windowOf('dispatcher');
  await page.goto('/letters');
  await page.getByRole('button', { name: lettersText.draft.button }).click();
  await page.getByRole('dialog').getByText(lettersText.draft.units).first().waitFor();
  await look('letter-draft-form');
  await page.keyboard.press('Escape');
  await page.getByText(subject).first().click();
  await page.getByText(lettersText.ownDraft).first().waitFor();
  await look('letter-own-draft');
  await close();
  return letterId;
}

async function approveAndSend({ windowOf, checks }: Desk, letterId: string): Promise<void> {
  const { page, close } = await windowOf('director');
  await page.goto(`/letters?tab=open&letter=${letterId}`);
  await page.getByRole('button', { name: lettersText.approve }).click();
  await page.getByRole('dialog').getByRole('button', { name: lettersText.approve }).click();
  await page.getByRole('button', { name: lettersText.send }).click();
  await page.getByRole('dialog').getByRole('button', { name: lettersText.send }).click();
  await page.getByText(lettersText.notSigned).first().waitFor();
  checks.that('another person approves and sends it', true);
  await close();
}

async function signAndAnswer({ windowOf }: Desk, letterId: string): Promise<void> {
  const { page, look, close } = await windowOf('zjj-liaison');
  await page.goto('/letters');
  await page.getByText(lettersText.unsigned(1)).first().waitFor();
  await look('letter-received');
  await page.goto(`/letters?tab=received&letter=${letterId}`);
  await page.getByRole('button', { name: lettersText.sign, exact: true }).click();
  await page.getByRole('button', { name: lettersText.answer, exact: true }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel(lettersText.answerContent).fill(reply);
  await drawer.getByRole('button', { name: lettersText.answer, exact: true }).click();
  await page.getByText(reply).first().waitFor();
  await close();
}

async function accept({ windowOf, checks }: Desk, letterId: string): Promise<void> {
  const { page, look, close } = await windowOf('dispatcher');
  await page.goto(`/letters?tab=open&letter=${letterId}`);
  await page.getByRole('button', { name: lettersText.accept }).waitFor();
  await look('letter-answered');
  await page.getByRole('button', { name: lettersText.accept }).click();
  await page.getByText('已反馈').first().waitFor();
  checks.that('the accepted answer ends it', true);
  await page.goto(`/api/letters/${letterId}/print`);
  await page.getByText(subject).first().waitFor();
  checks.that('and it can be printed', true);
  await close();
}
