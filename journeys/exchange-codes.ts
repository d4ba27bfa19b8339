import { exchange, returnReasonLabel } from '@minsheng/contract';
import type { Locator } from 'playwright-core';
import { exchangeText as words } from '../console/src/features/exchange/text.ts';
import {
  messageOf,
  otherSide,
  realSeconds,
  sendTo,
  transferBody,
} from '../server/test/exchange/other-side.ts';
import { signIn } from '../stories/kit/person.ts';
import type { Desk } from './kit/journey.ts';

const side = otherSide('market-codes');
const appeal = { title: '买到坏商品', words: '示例商店卖的商品坏了不给换。', typeCode: 'TSL' };

/** 补对照: one code holds a message until a person maps it, another is classified and mapped afterwards. */
export async function codesMapped(desk: Desk): Promise<void> {
  await toldUnknownCodes(desk);
  const { page, look, close } = await desk.windowOf('shift-lead');
  const map = async (means: string, fill: (form: Locator) => Promise<void>) => {
    await page.getByRole('button', { name: words.map }).first().click();
    const form = page.getByRole('dialog', { name: words.map });
    await fill(form);
    await look(`exchange-map-${means}`);
    await form.getByRole('button', { name: words.map }).click();
    await form.waitFor({ state: 'hidden' });
  };
  await page.goto('/exchange?tab=dead&peer=market-codes');
  await page.getByRole('button', { name: /退回/ }).first().click();
  await page.getByText('R77').first().waitFor();
  await map('reason', async (form) => {
    await form.getByRole('combobox').click();
    await page.getByTitle(returnReasonLabel.other).last().click();
  });
  await page.getByText(words.empty.dead).first().waitFor();

  await page.goto('/exchange?tab=codes&net=market-12315');
  await page.getByText('R77').first().waitFor();
  await look('exchange-codes');
  await map('matter', async (form) => {
    await form.getByRole('combobox').fill('110201');
    await page.locator('.ant-select-item-option', { hasText: '110201' }).first().click();
  });
  await page.getByText('9998').first().waitFor();
  await page.getByRole('button', { name: words.putAside }).first().click();
  const why = page.getByRole('dialog', { name: words.putAside });
  await why.getByRole('textbox').fill('对方已停用这个代码。');
  await why.getByRole('button', { name: words.putAside }).click();
  await page.getByText(words.noUnmapped).first().waitFor();
  await page.getByText(words.unmappedAside, { exact: true }).first().click();
  await page.getByText('对方已停用这个代码').first().waitFor();
  await look('exchange-code-put-aside');
  await close();
}

async function toldUnknownCodes({ server, checks }: Desk): Promise<void> {
  const admin = await signIn(server, 'admin');
  await admin.call(exchange.addPeer, {
    code: side.code,
    name: '示例双线电话',
    adapter: 'dual-line',
    net: 'market-12315',
    baseUrl: 'http://127.0.0.1:9',
    ownCode: side.ownCode,
    scheme: 'hmac-sha256',
    secret: side.secret,
  });
  const said = { sender: 'M-7', at: new Date(realSeconds() * 1000).toISOString() };
  const send = (more: Parameters<typeof messageOf>[1]) =>
    sendTo(server, side, '/messages', messageOf(side, { ...said, ...more }));
  const body = transferBody({ appeal: { ...appeal, matterCode: '9999' } });
  const opened = await send({ body });
  const back = await send({
    kind: 'return',
    seq: 2,
    body: { reasonCode: 'R77', reason: '不属。' },
  });
  const other = transferBody({ appeal: { ...appeal, matterCode: '9998' } });
  await send({ sender: 'M-8', body: other });
  checks.same('both are receipted', [opened.status, back.status], [200, 200]);
}
