import { chromium } from 'playwright-core';
import { readFileSync } from 'node:fs';
const url = process.argv[2];
const accounts = JSON.parse(readFileSync('/tmp/h/me-data/demo-accounts.json','utf8'));
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
export async function as(login) {
  const a = accounts.find(x=>x.login===login);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale:'zh-CN' });
  const page = await context.newPage();
  await page.goto(url + '/');
  await page.waitForSelector('input');
  const inputs = page.locator('input');
  await inputs.nth(0).fill(login); await inputs.nth(1).fill(a.password);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(3000);
  return page;
}
const shot = (p, n) => p.screenshot({ path: `/tmp/h/shots/me/${n}.png` });
const agent = await as('agent');
await shot(agent,'agent');
const area = agent.locator('textarea').first();
await area.fill('芗城区胜利西路88号旁边的烧烤店每天晚上油烟直排,熏得楼上没法开窗,打过好几次电话都没人管');
await agent.waitForTimeout(4000);
await shot(agent,'agent-suggest');
const analyst = await as('analyst').catch(()=>null);
if (analyst) { await shot(analyst,'analyst'); }
const disp = await as('dispatcher');
await shot(disp,'dispatch');
await disp.locator('tbody tr').first().click().catch(()=>{});
await disp.waitForTimeout(3000);
await shot(disp,'dispatch-open');
await browser.close();
