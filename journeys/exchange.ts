import { exchange } from '@minsheng/contract';
import { exchangeText as words } from '../console/src/features/exchange/text.ts';
import {
  listen,
  messageOf,
  type OtherSide,
  otherSide,
  realSeconds,
  receiptFor,
  sendTo,
} from '../server/test/exchange/other-side.ts';
import { signIn } from '../stories/kit/person.ts';
import { codesMapped } from './exchange-codes.ts';
import type { Desk, Journey } from './kit/journey.ts';

/** 数据对接: a peer is registered, what cannot be taken in is a dead letter, and a person decides about it. */
export const exchangeJourney: Journey = {
  name: 'exchange',
  title: 'another system is connected, and its dead letter is settled by a person',
  go: async (desk) => {
    const side = otherSide('county-platform');
    const peer = await listen(side, receiptFor);
    try {
      await registered(desk, side, peer.url);
      await troubled(desk, side);
      await settled(desk);
      await codesMapped(desk);
    } finally {
      await peer.stop();
    }
  },
};

async function registered({ windowOf }: Desk, side: OtherSide, url: string): Promise<void> {
  const { page, look, close } = await windowOf('admin');
  await page.goto('/exchange');
  await page.getByRole('button', { name: words.add }).click();
  const form = page.getByRole('dialog', { name: words.add });
  await form.getByLabel(words.code, { exact: true }).fill(side.code);
  await form.getByLabel(words.name).fill('示例县平台');
  await form.getByLabel(words.address).fill(url);
  await form.getByLabel(words.ownCode).fill(side.ownCode);
  await form.getByLabel(words.secret).fill(side.secret);
  await look('exchange-register');
  await form.getByRole('button', { name: words.add }).click();
  await page.getByText(words.isWell).first().waitFor();
  await look('exchange-peers');
  await close();
}

/** A transfer, taken back twice: the second time nothing is left to take back. */
async function troubled({ server, checks }: Desk, side: OtherSide): Promise<void> {
  const sender = 'X-1';
  const at = new Date(realSeconds() * 1000).toISOString();
  const taken = await sendTo(server, side, '/messages', messageOf(side, { sender, at }));
  checks.that('a transfer is receipted with our number', taken.body.number !== null, taken.text);
  const back = { kind: 'withdraw', sender, body: { reason: '报错了,撤回。' } };
  for (const seq of [2, 3])
    await sendTo(server, side, '/messages', messageOf(side, { ...back, seq, at }));
}

async function settled({ windowOf, server, checks }: Desk): Promise<void> {
  const { page, look, close } = await windowOf('shift-lead');
  await page.goto('/exchange?tab=dead');
  await page.getByRole('button', { name: /撤回/ }).first().click();
  await page.getByText(words.error).first().waitFor();
  await look('exchange-dead');
  await page.getByRole('button', { name: words.dismiss }).click();
  const form = page.getByRole('dialog', { name: words.dismiss });
  await form.getByRole('textbox').fill('对方已确认是重复发送。');
  await form.getByRole('button', { name: words.dismiss }).click();
  await page.getByText(words.empty.dead).first().waitFor();
  await page.goto('/exchange?tab=day&peer=county-platform');
  await page.getByRole('button', { name: /移送/ }).first().waitFor();
  await look('exchange-day');
  await page.goto('/exchange?tab=compared&peer=county-platform');
  await page.getByText(words.none).first().waitFor();
  await look('exchange-compared');
  await close();
  const lead = await signIn(server, 'shift-lead');
  const { rows } = await lead.call(exchange.listPeers, {});
  checks.same('no dead letter is left', rows[0]?.dead, 0);
}
