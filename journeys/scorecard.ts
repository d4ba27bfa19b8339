import { dimensionLabel, intake } from '@minsheng/contract';
import {
  rankingText,
  reportText,
  satisfactionText,
  scorecardText,
  targetText,
} from '../console/src/features/indicators/text.ts';
import { inventedPhoneOf } from '../server/src/demo/invented.ts';
import { signIn } from '../stories/kit/person.ts';
import type { Journey } from './kit/journey.ts';
import { soonThat } from './kit/soon.ts';

/** 考核: the director reads the five dimensions, opens a number, looks at the ranking and freezes a month. */
export const scorecard: Journey = {
  name: 'scorecard',
  title: 'a month is read and frozen',
  go: async ({ server, checks, windowOf }) => {
    const agent = await signIn(server, 'agent');
    await agent.call(intake.createOrder, {
      content: '小区门口的路灯三天不亮了。',
      type: 'QZ',
      matterCode: '020103',
      areaCode: '350626100001',
      fields: { committee_stage: 'none' },
      requester: { phone: inventedPhoneOf('scorecard') },
      anonymous: false,
      secrecy: 0,
      result: 'dispatch',
    });
    const { page, look, close } = await windowOf('director');
    await page.goto('/scorecard');
    await page.getByRole('heading', { name: dimensionLabel.special }).waitFor();
    await page.getByText(satisfactionText.intro).first().waitFor();
    await soonThat(
      checks,
      'no figure of calls stands without a telephone',
      () => page.getByText(scorecardText.unfed.calls).count(),
      (cards) => cards > 3,
    );
    await look('scorecard-cards');
    await page
      .getByRole('button', { name: /重复诉求/ })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('heading', { name: scorecardText.how }).waitFor();
    await page.getByRole('dialog').getByText('小区门口的路灯').first().waitFor();
    checks.that('a number says how it is reckoned, and opens to its orders', true);
    await look('scorecard-figure');
    await page.getByRole('button', { name: targetText.set }).click();
    await page.getByRole('spinbutton', { name: targetText.percent }).fill('12');
    await look('scorecard-target');
    await page.getByRole('button', { name: targetText.set }).last().click();
    await page.getByText('12%(').first().waitFor();
    checks.that('a target is set for the one figure that is open', true);
    await page.goto('/scorecard?tab=ranking');
    await page.getByText(rankingText.intro).first().waitFor();
    await look('scorecard-ranking');
    await page.goto('/scorecard?tab=reports');
    await page.getByRole('button', { name: reportText.freeze }).click();
    await page.getByRole('tooltip').getByRole('button', { name: reportText.freeze }).click();
    await page.getByRole('button', { name: reportText.check }).waitFor();
    await page.getByRole('button', { name: reportText.check }).click();
    await page.getByText(reportText.same).first().waitFor();
    checks.that('a frozen month is made again, byte for byte', true);
    await look('scorecard-report');
    await close();
  },
};
