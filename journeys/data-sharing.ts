import { dispatch, exchange, intake, sharedFieldLabel, shareStateLabel } from '@minsheng/contract';
import { shareMessage, sharePage } from '@minsheng/contract/public/sharing.ts';
import {
  askShareText,
  batchesText,
  decideText,
} from '../console/src/features/data-sharing/text.ts';
import { inventedPhoneOf } from '../server/src/demo/invented.ts';
import {
  type Listening,
  listen,
  type OtherSide,
  otherSide,
  sendTo,
} from '../server/test/exchange/other-side.ts';
import { signIn } from '../stories/kit/person.ts';
import { fields, matterCode } from '../stories/manhole/scene.ts';
import type { Desk, Journey } from './kit/journey.ts';
import { soon, soonThat } from './kit/soon.ts';

const purpose = '研判同一地点的非警务警情';

/** 数据共享: asked here, approved by a second person and by the other side, taken, listed, ended. */
export const dataSharing: Journey = {
  name: 'data-sharing',
  title: 'data are shared once both sides approved; each batch is listed; revoked, nothing passes',
  go: async (desk) => {
    const side = otherSide('sharing-peer');
    const peer = await listen(side, ({ message }) => ({
      status: 200,
      body: { id: message.id, state: 'our-turn' },
    }));
    try {
      await register(desk, side, peer.url);
      await asked(desk);
      const ref = await approvedByBoth(desk, side, peer);
      await taken(desk, side, ref);
      await revoked(desk, side, ref);
    } finally {
      await peer.stop();
    }
  },
};

async function register({ server }: Desk, side: OtherSide, baseUrl: string): Promise<void> {
  const { code, ownCode, secret } = side;
  const admin = await signIn(server, 'admin');
  await admin.call(exchange.addPeer, {
    ...{ code, ownCode, secret, baseUrl, name: '示例数据对接方' },
    ...{ adapter: 'webhook', scheme: 'hmac-sha256' },
  });
}

async function asked({ windowOf }: Desk): Promise<void> {
  const { page, look, close } = await windowOf('shift-lead');
  await page.goto('/sharing');
  await page.getByRole('button', { name: askShareText.button }).click();
  const form = page.getByRole('dialog', { name: askShareText.button });
  await form.getByRole('combobox', { name: askShareText.peer }).click();
  await page.getByTitle('示例数据对接方', { exact: true }).last().click();
  await form.getByLabel(askShareText.purpose).fill(purpose);
  for (const field of ['orderNo', 'status', 'title'] as const)
    await form.getByLabel(sharedFieldLabel[field], { exact: true }).check();
  await look('sharing-form');
  await form.getByRole('button', { name: askShareText.button }).click();
  await page.getByText(shareStateLabel['our-turn']).first().waitFor();
  await close();
}

/** Answers what both sides call it. */
async function approvedByBoth(
  { windowOf, server, checks }: Desk,
  side: OtherSide,
  peer: Listening,
): Promise<string> {
  const { page, look, close } = await windowOf('director');
  await page.goto('/sharing');
  await page.getByRole('button', { name: new RegExp(purpose) }).click();
  await page.getByRole('button', { name: decideText.approve, exact: true }).click();
  const form = page.getByRole('dialog', { name: decideText.approve });
  await form.getByLabel(sharedFieldLabel.title, { exact: true }).check();
  await look('sharing-approve');
  await form.getByRole('button', { name: decideText.approve }).click();
  await page.getByText(shareStateLabel['their-turn']).first().waitFor();
  await soonThat(
    checks,
    'the other side hears of it',
    async () => peer.arrived.length,
    (heard) => heard > 0,
  );
  const { id } = shareMessage.parse(peer.arrived[0]?.message);
  await sendTo(server, side, '/shares', JSON.stringify({ act: 'approve', id }));
  await page.getByText(shareStateLabel.active).first().waitFor();
  await close();
  return id;
}

const rows = (ref: string) => `/shares/${ref}/rows?after=`;

async function taken({ windowOf, server, checks }: Desk, side: OtherSide, ref: string) {
  const agent = await signIn(server, 'agent');
  const dispatcher = await signIn(server, 'dispatcher');
  const { orderId, orderNo } = await agent.call(intake.createOrder, {
    ...{ content: '示例路口的井盖不见了,没有围挡。', title: '井盖不见了', type: 'QZ', matterCode },
    ...{ areaCode: '350602001000', address: '示例路口', fields, result: 'dispatch' },
    requester: { phone: inventedPhoneOf('sharing journey') },
  });
  await dispatcher.call(dispatch.send, { orderId, lead: '350600.zjj' });
  let after = '';
  const take = async () => {
    const path = `${rows(ref)}${after}`;
    const page = sharePage.parse((await sendTo(server, side, path, '', { method: 'GET' })).body);
    after = page.next;
    return Object.keys(page.rows.find((row) => row.orderNo === orderNo) ?? {});
  };
  // The feed tells of a change some moments after it.
  const agreed = ['orderNo', 'status', 'title'];
  await soon(checks, 'they get the fields agreed, and no others', take, agreed);
  const { page, look, close } = await windowOf('director');
  await page.goto('/sharing');
  await page.getByRole('button', { name: new RegExp(purpose) }).click();
  await page.getByRole('button', { name: batchesText.open }).first().click();
  await page.getByText(orderNo).first().waitFor();
  await page.getByText(batchesText.given, { exact: true }).first().waitFor();
  await look('sharing-batch');
  await close();
}

async function revoked({ windowOf, server, checks }: Desk, side: OtherSide, ref: string) {
  const { page, look, close } = await windowOf('director');
  await page.goto('/sharing');
  await page.getByRole('button', { name: new RegExp(purpose) }).click();
  await page.getByRole('button', { name: decideText.revoke }).click();
  const form = page.getByRole('dialog', { name: decideText.revoke });
  await form.getByRole('textbox').fill('研判已经完成,不再需要。');
  await form.getByRole('button', { name: decideText.revoke }).click();
  await page.getByText(shareStateLabel.revoked).first().waitFor();
  await look('sharing-revoked');
  const { status } = await sendTo(server, side, rows(ref), '', { method: 'GET' });
  checks.same('and nothing passes any more', status, 403);
  await close();
}
