import { ratingLabel, solvedAnswerLabel } from '@minsheng/contract/words/call-back.ts';
import { trackText } from '../../citizen/src/features/track/text.ts';
import { callBackText } from '../../console/src/features/call-back/text.ts';
import { reviewText } from '../../console/src/features/review/text.ts';
import type { Desk } from '../kit/journey.ts';
import { publicAnswer } from './answered.ts';
import type { Told } from './told.ts';

/** 审核员. */
export async function reviewAnswer({ checks, windowOf }: Desk, told: Told): Promise<void> {
  const { page, look, close } = await windowOf('reviewer');
  await page.goto('/review');
  await page.locator('main').getByRole('button').filter({ hasText: told.orderNo }).click();
  await page.getByRole('button', { name: reviewText.approve }).waitFor();
  await look('review-desk');
  await page.getByRole('button', { name: reviewText.approve }).click();
  await page.getByRole('alert').getByText(reviewText.approved).waitFor();
  checks.that('the reviewer lets the answer through', true);
  await close();
}

/** 回访员: asked apart, then closed. */
export async function callBackAndClose({ checks, windowOf }: Desk, told: Told): Promise<void> {
  const { page, look, close } = await windowOf('call-back');
  await page.goto('/call-back');
  await page
    .getByRole('list', { name: callBackText.listLabel })
    .getByRole('button')
    .filter({ hasText: told.orderNo })
    .click();
  await page.getByText(callBackText.reached, { exact: true }).first().click();
  const question = (name: string) => page.locator('.ant-form-item').filter({ hasText: name });
  await question(callBackText.contacted)
    .getByText(callBackText.contactedYes, { exact: true })
    .click();
  await question(callBackText.solved).getByText(solvedAnswerLabel.solved, { exact: true }).click();
  for (const asked of [callBackText.process, callBackText.result])
    await question(asked).getByText(ratingLabel.satisfied, { exact: true }).click();
  await look('call-back-desk');
  await page.getByRole('button', { name: callBackText.save }).click();
  await page.getByText(callBackText.next.close).waitFor();
  await page.getByRole('button', { name: callBackText.close, exact: true }).click();
  await page.getByRole('alert').getByText(callBackText.closed).waitFor();
  checks.that('asked and solved, it is closed', true);
  await close();
}

/** 诉求人 again: reads the answer by number and code, and rates it. */
export async function trackAndRate({ checks, window }: Desk, told: Told): Promise<void> {
  const { page, look, close } = await window('phone');
  await page.goto('/c/#/track');
  await page.getByLabel(trackText.orderNo).fill(told.orderNo);
  await page.getByLabel(trackText.code).fill(told.code);
  await look('citizen-track-empty');
  await page.getByRole('button', { name: trackText.look }).click();
  await page.getByText(publicAnswer).waitFor();
  checks.that('the citizen reads the county’s answer', true);
  await look('citizen-track');
  await page.getByRole('radio', { name: solvedAnswerLabel.solved }).check();
  for (const group of [trackText.rate.process, trackText.rate.result])
    await page
      .getByRole('group', { name: group })
      .getByRole('radio', { name: ratingLabel['very-satisfied'], exact: true })
      .check();
  await look('citizen-rate');
  await page.getByRole('button', { name: trackText.rate.send }).click();
  await page.getByText(trackText.rate.done).waitFor();
  checks.that('and rates it', true);
  await close();
}
