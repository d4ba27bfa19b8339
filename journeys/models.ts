import { intake, judgedHitLabel, modelKindLabel } from '@minsheng/contract';
import type { Page } from 'playwright-core';
import { modelsText } from '../console/src/features/learning/text.ts';
import { inventedPhoneOf } from '../server/src/demo/invented.ts';
import { type Person, signIn } from '../stories/kit/person.ts';
import type { Desk, Journey } from './kit/journey.ts';
import { soon } from './kit/soon.ts';

const decisions = 60;

/** 模型: fifty decisions and more, a training on request, the figures, and the orders behind one of them. */
export const models: Journey = {
  name: 'models',
  title: 'what was learnt, how right it is, and the orders behind it',
  go: async (desk) => {
    const agent = await signIn(desk.server, 'agent');
    for (let nr = 0; nr < decisions; nr += 1) await decide(agent, nr);
    const { page, look, close } = await desk.windowOf('analyst');
    await page.goto('/models?kind=type');
    await page.getByRole('button', { name: modelsText.retrain }).click();
    await page.getByText(modelsText.number(1)).waitFor();
    // Folded twice a minute.
    const chart = page.getByRole('img', { name: /最近 \d+ 周/ });
    await chart.waitFor({ timeout: 90_000 });
    await look('models');
    desk.checks.that('a first version replays its history, and the page shows it', true);

    await followWrong(desk, page);
    await look('models-orders');
    await cleared(desk, page);
    await close();
  },
};

async function decide(agent: Person, nr: number): Promise<void> {
  // One in five is called by another name than its words say: something to be mistaken about.
  const isAsked = nr % 2 === 0;
  await agent.call(intake.createOrder, {
    content: isAsked ? `${nr}号楼业主问证件怎么补办` : `${nr}号楼下的路灯坏了没人修`,
    type: nr % 5 === 0 ? 'JY' : isAsked ? 'ZX' : 'QZ',
    matterCode: '010105',
    areaCode: '350602001000',
    address: '胜利路',
    fields: {},
    requester: { phone: inventedPhoneOf(`model ${nr}`) },
    result: 'answer',
    answer: '已告知。',
  });
}

async function followWrong({ checks }: Desk, page: Page) {
  const link = page.getByRole('link', { name: /^不对的 \d+ 件$/ }).first();
  const said = Number(/\d+/.exec(await link.innerText())?.[0]);
  await link.click();
  await page
    .getByText(new RegExp(`${modelKindLabel.type}模型:只看${judgedHitLabel.wrong}`))
    .waitFor();
  await page.getByText(new RegExp(`^${said} 件工单`)).waitFor();
  checks.that('a number opens as many orders as it says', said > 0);
}

async function cleared({ checks }: Desk, page: Page): Promise<void> {
  await page.getByRole('button', { name: '清空条件' }).click();
  await page.waitForURL((url) => url.pathname === '/search' && url.search === '');
  const filters = () => page.getByRole('form', { name: '查询条件' }).count();
  await soon(checks, 'cleared, the search has one set of filters', filters, 1);
}
