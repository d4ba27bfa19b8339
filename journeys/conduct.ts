import { conduct, conductGradeLabel, conductStateLabel, telephony } from '@minsheng/contract';
import { conductText } from '../console/src/ui/conduct/text.ts';
import { inventedPhoneOf } from '../server/src/demo/invented.ts';
import { signIn } from '../stories/kit/person.ts';
import type { Desk, Journey } from './kit/journey.ts';

const words = '接通后连续辱骂话务员,劝导两次无效。';

/** 扰乱处置: a measure is asked for, granted by another person, and lifted by a third. */
export const conductJourney: Journey = {
  name: 'conduct',
  title: 'a measure against abuse is asked for, granted and lifted',
  go: async (desk) => {
    await asked(desk);
    await granted(desk);
    await lifted(desk);
  },
};

async function asked({ server, checks }: Desk): Promise<void> {
  const agent = await signIn(server, 'agent');
  const { id: callId } = await agent.call(telephony.ringDemoCall, {
    number: inventedPhoneOf('conduct'),
  });
  await agent.call(telephony.answerCall, { callId });
  const mark = (measure: 'script' | 'quiet-24h') =>
    agent.call(conduct.askMark, {
      ...{ callId, measure, words },
      grade: 'harassment',
      grounds: 'abuse',
      looked: true,
    });
  await mark('script');
  await mark('script');
  const { state } = await mark('quiet-24h');
  checks.same('a measure waits for another person', state, 'asked');
  await agent.call(telephony.endCall, { callId });
}

async function granted({ windowOf }: Desk): Promise<void> {
  const { page, look, close } = await windowOf('shift-lead');
  await page.goto('/conduct');
  const mark = page.getByRole('article').filter({ hasText: words }).first();
  await mark.getByText(conductGradeLabel.harassment).first().waitFor();
  await mark.getByText(conductText.look).click();
  await look('conduct-asked');
  await mark.getByRole('button', { name: conductText.grant, exact: true }).click();
  const form = page.getByRole('dialog', { name: conductText.grant });
  await form.getByLabel(conductText.reason).fill('两次劝导无效,先分流一天。');
  await look('conduct-grant');
  await form.getByRole('button', { name: conductText.grant }).click();
  await page.getByText(conductText.granted).first().waitFor();
  await page.goto('/conduct?tab=in-force');
  await page.getByRole('button', { name: conductText.askReview }).first().click();
  const review = page.getByRole('dialog', { name: conductText.askReview });
  await review.getByLabel(conductText.reason).fill('本人来电道歉,请求恢复。');
  await review.getByRole('button', { name: conductText.askReview }).click();
  await page.getByText(conductText.reviewAsked).first().waitFor();
  await close();
}

async function lifted({ windowOf, checks }: Desk): Promise<void> {
  const { page, look, close } = await windowOf('director');
  await page.goto('/conduct?tab=review');
  await page.getByText(words).first().waitFor();
  await look('conduct-review');
  await page.getByRole('button', { name: conductText.lift }).first().click();
  const form = page.getByRole('dialog', { name: conductText.lift });
  await form.getByLabel(conductText.reason).fill('已经道歉,恢复正常接听。');
  await form.getByRole('button', { name: conductText.lift }).click();
  await page.getByText(conductText.lifted).first().waitFor();
  await page.goto('/conduct?tab=month');
  await page.getByText(conductStateLabel.lifted).first().waitFor();
  await look('conduct-month');
  checks.that('a third person lifts it', true);
  await close();
}
