import { chromium } from 'playwright-core';
import { readFileSync } from 'node:fs';
const url = process.argv[2];
const accounts = JSON.parse(readFileSync('/tmp/h/me-data/demo-accounts.json','utf8'));
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
async function as(login) {
  const a = accounts.find(x=>x.login===login);
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale:'zh-CN' })).newPage();
  await page.goto(url + '/'); await page.waitForSelector('input');
  await page.locator('input').nth(0).fill(login); await page.locator('input').nth(1).fill(a.password);
  await page.keyboard.press('Enter'); await page.waitForTimeout(4000); return page;
}
const an = await as('analyst');
await an.screenshot({path:'/tmp/h/shots/me/analyst2.png'});
const d = await as('dispatcher');
await d.getByText('元光花苑小区北区门口污水冒出来').first().click();
await d.waitForTimeout(6000);
await d.screenshot({path:'/tmp/h/shots/me/dispatch2.png', fullPage:true});
await browser.close();
