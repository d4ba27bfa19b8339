import { linkageText as words } from '../console/src/features/linkage/text.ts';
import type { Journey } from './kit/journey.ts';

/** 双线协同: during a call somebody looks up what belongs to 110, and what to 12345. */
export const linkageJourney: Journey = {
  name: 'linkage',
  title: 'the co-signed lists of 12345 and 110 are found by what a caller says',
  go: async ({ windowOf }) => {
    const { page, look, close } = await windowOf('shift-lead');
    await page.goto('/linkage');
    await page.getByText(words.none).first().waitFor();
    await page.getByLabel(words.search).fill('有人打架');
    await page.getByRole('rowheader', { name: 'A01-01' }).first().waitFor();
    await look('linkage-to-110');
    await page.getByRole('button', { name: words.list['from-110'] }).click();
    await page.getByLabel(words.search).fill('路灯');
    await page.getByRole('rowheader', { name: 'B01-01' }).first().waitFor();
    await look('linkage-from-110');
    await close();
  },
};
