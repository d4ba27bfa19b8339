import { intake } from '@minsheng/contract';
import { askReleaseText } from '../console/src/features/orders/release-text.ts';
import { releaseText } from '../console/src/features/release/text.ts';
import { reasonText } from '../console/src/ui/text.ts';
import { inventedPhoneOf } from '../server/src/demo/invented.ts';
import { signIn } from '../stories/kit/person.ts';
import type { Window } from './kit/browser.ts';
import type { Desk, Journey } from './kit/journey.ts';

const title = '外发示例暖气不热';

/** 脱敏外发: one asks, another checks by keyboard, the first takes the file. */
export const release: Journey = {
  name: 'release',
  title: 'texts leave without personal data',
  go: async (desk) => {
    const lead = await signIn(desk.server, 'shift-lead');
    await lead.call(intake.createOrder, {
      content: '我叫王建国,住锦绣花园3栋2单元501室,家里暖气不热。',
      title,
      type: 'QZ',
      matterCode: '020103',
      areaCode: '350626100001',
      fields: { committee_stage: 'none' },
      requester: { phone: inventedPhoneOf('release') },
      anonymous: false,
      secrecy: 0,
      result: 'dispatch',
    });
    const { checks, windowOf } = desk;
    const analyst = await windowOf('analyst');
    await analyst.page.goto(`/search?q=${encodeURIComponent(title)}`);
    await analyst.page.getByRole('button', { name: askReleaseText.release }).click();
    await analyst.page.getByLabel(askReleaseText.recipient).fill('某大学课题组');
    await analyst.page.getByLabel(askReleaseText.purpose).fill('供暖诉求研究');
    await analyst.page.getByRole('button', { name: askReleaseText.ask }).click();
    await analyst.page.getByText(releaseText.ownWaits).waitFor();
    await analyst.look('release-asked');
    checks.that('whoever asked does not check', true);

    await check(desk, new URL(analyst.page.url()).search);
    const waiting = analyst.page.waitForEvent('download');
    await analyst.page.getByRole('button', { name: releaseText.take.xlsx }).click();
    checks.that('the file is taken', (await waiting).suggestedFilename().endsWith('.xlsx'));
    await withdraw(desk, analyst.page);
    await analyst.look('release-withdrawn');
    await analyst.close();
  },
};

async function withdraw({ checks }: Desk, page: Window['page']): Promise<void> {
  await page.getByRole('button', { name: releaseText.withdraw }).click();
  await page.getByLabel(reasonText.label).fill('接收方不再需要');
  await page.keyboard.press('Control+Enter');
  await page.getByText(releaseText.takenBefore).waitFor();
  const takes = await page.getByRole('button', { name: releaseText.take.xlsx }).count();
  checks.same('what was withdrawn is not given out any more', takes, 0);
}

async function check({ checks, windowOf }: Desk, search: string): Promise<void> {
  const reviewer = await windowOf('reviewer');
  const { page } = reviewer;
  await page.goto(`/releases${search}`);
  const mark = page.getByRole('button', { name: /按回车恢复/ }).first();
  const agree = page.getByRole('button', { name: releaseText.agree });
  const over = page.getByText(/可下载至/);
  for (let texts = 0; texts < 4; texts += 1) {
    await agree.or(over).first().waitFor();
    if (await over.isVisible()) break;
    if ((await mark.count()) > 0) {
      await mark.focus();
      await page.keyboard.press('Enter');
      await page.getByText(releaseText.reason).first().waitFor();
      await reviewer.look('release-check');
      await page.getByRole('button', { name: /^已恢复/ }).press('Enter');
      checks.that('a mark goes and comes back by keyboard', true);
    }
    const left = await page.getByText(/^还有 \d+ 段$/).innerText();
    await page.keyboard.press('Control+Enter');
    await page.getByText(left).waitFor({ state: 'detached' });
  }
  await over.waitFor();
  await reviewer.close();
}
