import { intake, problemStateLabel } from '@minsheng/contract';
import { problemsText } from '../console/src/features/problems/text.ts';
import { inventedPhoneOf } from '../server/src/demo/invented.ts';
import { type Person, signIn } from '../stories/kit/person.ts';
import type { Journey } from './kit/journey.ts';

const told = [
  '青岚苑小区西侧的混凝土搅拌站整天粉尘,罐车进出噪音很大。',
  '搅拌站夜里还在生产,罐车的噪音让人睡不着,青岚苑的住户都受不了。',
  '青岚苑旁边的搅拌站离居民楼只有几十米,粉尘落满阳台。',
  '青岚苑小区外的搅拌站粉尘污染,老人咳嗽,没人敢开窗。',
];
/** What is rare is only known among others. */
const besides = [
  '金桂湾小区电梯停运两周,维保单位说等配件。',
  '异地就医怎么备案,父亲在外省住院。',
  '公交车司机没等老人坐稳就开车。',
  '学校门口放学时段堵得走不动。',
  '自来水发黄,烧开有股铁锈味。',
  '楼上装修,周末早上六点就开始敲墙。',
];
/** 02 of the tree of matters. */
const branch = '住房与物业';
/** The last one is told with the others and is another thing. */
const mostly = 3;

/** 问题归集: the analyst has a month grouped, reads why, leaves one out and makes one issue of the rest. */
export const problems: Journey = {
  name: 'problems',
  title: 'a month is grouped into problems',
  go: async ({ server, checks, windowOf }) => {
    const agent = await signIn(server, 'agent');
    for (const [no, content] of [...besides, ...told].entries()) await tell(agent, no, content);
    const { page, look, close } = await windowOf('analyst');
    await page.goto('/problems');
    await page.getByText(problemsText.noRuns).waitFor();
    await look('problems-none');
    await page.getByRole('button', { name: problemsText.ask }).click();
    const drawer = page.getByRole('dialog', { name: problemsText.ask });
    await drawer.getByRole('button', { name: problemsText.ask }).waitFor();
    const matter = drawer.getByLabel(problemsText.matter);
    await matter.fill('020103');
    await page.getByRole('option').first().waitFor({ state: 'attached' });
    await matter.press('Enter');
    await drawer.getByRole('radiogroup', { name: problemsText.scope }).waitFor();
    await drawer.getByText(branch, { exact: true }).click();
    await look('problems-ask');
    await drawer.getByRole('button', { name: problemsText.ask }).click();

    const list = page.getByRole('list', { name: problemsText.listLabel });
    const line = list.getByRole('button', { name: /搅拌站/ });
    await line.waitFor();
    await look('problems-list');
    await line.click();
    const status = page.getByRole('status').filter({ hasText: problemsText.counts(4, 4) });
    await status.waitFor();
    await look('problem-open');
    await page.getByRole('button', { name: problemsText.takeOut, exact: true }).last().click();
    await page
      .getByRole('status')
      .filter({ hasText: problemsText.counts(mostly, mostly) })
      .waitFor();
    checks.that('one is left out, and the numbers say so', true);
    await page.getByRole('button', { name: problemsText.accept }).click();
    await page.getByText(problemsText.accepted(mostly - 1, 0)).waitFor();
    await page.getByText(problemStateLabel.accepted).first().waitFor();
    await look('problem-accepted');
    await page.getByRole('link', { name: problemsText.openIssue }).click();
    await page.waitForURL(/\/issues\//);
    checks.that('the rest is one issue', true);
    await page.goBack();
    await page.getByText(problemStateLabel.accepted).first().waitFor();
    await close();
  },
};

async function tell(agent: Person, no: number, content: string): Promise<void> {
  await agent.call(intake.createOrder, {
    content,
    type: 'QZ',
    matterCode: '020103',
    areaCode: '350626100001',
    fields: { committee_stage: 'none' },
    requester: { phone: inventedPhoneOf(`mixer ${no}`) },
    anonymous: false,
    secrecy: 0,
    result: 'dispatch',
  });
}
