import { intake } from '@minsheng/contract';
import type { Page } from 'playwright-core';
import { signIn } from '../stories/kit/person.ts';
import type { Desk, Journey } from './kit/journey.ts';
import { soon } from './kit/soon.ts';

/** Pages no other journey passes: each opens, breaks nothing, and passes axe. */
const pages: readonly (readonly [login: string, path: string])[] = [
  ['director', '/today'],
  ['director', '/warnings'],
  ['analyst', '/warnings'],
  ['analyst', '/models'],
  ['director', '/search'],
  ['director', '/sharing'],
  ['shift-lead', '/notices'],
  ['shift-lead', '/notices?tab=rules'],
  ['director', '/supervision'],
  ['dispatcher', '/disputes?tab=repeats'],
  ['agent', '/agent?tab=missed'],
  ['shift-lead', '/agent?tab=in-transfer'],
  ['agent', '/knowledge'],
  ['admin', '/city'],
  ['admin', '/city?tab=catalogue'],
  ['admin', '/city?tab=lines'],
  ['admin', '/city?tab=calendar'],
  ['admin', '/city?tab=units'],
  ['admin', '/accounts'],
  ['security', '/accounts'],
  ['auditor', '/audit'],
  ['admin', '/upkeep'],
  ['call-back', '/call-back?tab=follow-up'],
  ['zjj-leader', '/unit?tab=unit-sign-off'],
  ['analyst', '/regulations?code=guoban-66'],
];

export const everyPage: Journey = {
  name: 'every-page',
  title: 'the pages beside the way',
  go: async (desk) => {
    for (const [login, path] of pages) await visit(desk, login, path);
    await visitOrder(desk);
    await asOldAsPromised(desk);
    await underPolicy(desk);
  },
};

/** The windows of all journeys forget what browsers learnt after our floors; here they are asked whether they did. */
async function asOldAsPromised({ checks, window }: Desk): Promise<void> {
  const known = '[typeof [].toSorted, typeof [].at, typeof structuredClone].join()';
  for (const [where, phone, expected] of [
    ['a desk', undefined, 'undefined,function,function'],
    ['a telephone', 'phone', 'undefined,undefined,undefined'],
  ] as const) {
    const { page, close } = await window(phone);
    await page.goto('/c/');
    checks.same(`${where} is as old as promised`, await page.evaluate<string>(known), expected);
    await close();
  }
}

/** Windows of all journeys listen for what a policy forbids; here something forbidden is done, and must be heard. */
async function underPolicy({ checks, window }: Desk): Promise<void> {
  const { page, takeForbidden, close } = await window();
  await page.goto('/');
  const planted = await page.evaluate<string>(`(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.planted = 1';
    document.head.append(script);
    return typeof planted;
  })()`);
  checks.same('a script written into the page does not run', planted, 'undefined');
  const heard: string[] = [];
  const fromBoth = async () => {
    heard.push(...takeForbidden());
    return [heard.some((one) => one.includes('script-src-elem inline')), heard.length > 1];
  };
  await soon(checks, 'and the page and the browser tell of it', fromBoth, [true, true]);
  await close();
}

async function visit({ windowOf }: Desk, login: string, path: string): Promise<void> {
  const { page, look, close } = await windowOf(login);
  await page.goto(path);
  await page.locator('main').getByRole('heading').first().waitFor();
  await answered(page);
  await look(`${login}${path.replaceAll(/[^a-z-]/g, '-')}`);
  await close();
}

/** What the page asked for stands there. Its line for news stays open, so the network is never idle. */
async function answered(page: Page): Promise<void> {
  await page.locator('.asking').first().waitFor({ state: 'detached' });
}

/** An order's page and its sheet for printing. */
async function visitOrder({ server, checks, windowOf }: Desk): Promise<void> {
  const agent = await signIn(server, 'agent');
  await agent.call(intake.createOrder, {
    content: '示例路口的路灯坏了三天,晚上很暗。',
    type: 'QZ',
    matterCode: '010105',
    areaCode: '350602001000',
    fields: { road_name: '示例路', lamp_problem: 'off' },
    requester: {},
    anonymous: true,
    result: 'dispatch',
  });
  const { page, look, close } = await windowOf('director');
  await page.goto('/search');
  await page
    .locator('main a[href^="/orders/"], main button')
    .filter({ hasText: /\d{6}-\d{8}-/ })
    .first()
    .click();
  await page.waitForURL(/\/orders\/[0-9a-f-]{36}/);
  await page.locator('main').getByRole('heading').first().waitFor();
  await answered(page);
  await look('order-page');
  const address = new URL(page.url()).pathname;
  await page.goto(`${address}/sheet`);
  await page
    .getByText(/\d{6}-\d{8}-\d{6}/)
    .first()
    .waitFor();
  await look('order-sheet');
  checks.that('the order page and its sheet open', true);
  await close();
}
