import { createServer } from 'node:http';
import {
  apiScopeWords,
  changeKinds,
  dispatch,
  identity,
  intake,
  openApi,
} from '@minsheng/contract';
import { z } from 'zod';
import {
  apiKeysText,
  apiUseText,
  firstPasswordText,
  hooksText,
} from '../console/src/features/identity/text.ts';
import { inventedPhoneOf } from '../server/src/demo/invented.ts';
import { signIn } from '../stories/kit/person.ts';
import { fields, matterCode } from '../stories/manhole/scene.ts';
import type { Window } from './kit/browser.ts';
import type { Desk, Journey } from './kit/journey.ts';
import { soon, soonThat } from './kit/soon.ts';

const program = '示例街道系统';

/** 接口密钥: made and told once, used, its hook seen and ended, its calls counted, ended. */
export const machineKeys: Journey = {
  name: 'machine-keys',
  title: 'keys, hooks and use of a machine account',
  go: async (desk) => {
    const district = await listening();
    const accountId = await aMachine(desk);
    const admin = await desk.windowOf('admin');
    const { page } = admin;
    await page.goto(`/accounts?role=machine&open=${accountId}`);
    const key = await makeKey(admin);
    const ask = askWith(desk, key);
    desk.checks.that('the key opens what it was made for', (await ask('GET', '/duties')) === 200);
    const hook = { url: district.url, kinds: [...changeKinds] };
    desk.checks.that('its program has changes sent', (await ask('POST', '/hooks', hook)) === 200);
    await page.reload();
    const hooks = page.getByRole('region', { name: hooksText.title });
    await hooks.getByText(hook.url).first().waitFor();
    await dutyGiven(desk);
    await soonThat(
      desk.checks,
      'a change arrives',
      async () => district.heard(),
      (many) => many > 0,
    );
    await page.reload();
    await hooks.getByText(hooksText.sent('').trim()).first().waitFor();
    await admin.look('machine-hook-sent');
    await end(admin, hooksText.title);
    await seeUse(admin);
    await end(admin, apiKeysText.title);
    await soon(desk.checks, 'an ended key opens nothing', () => ask('GET', '/duties'), 401);
    await admin.close();
    await district.stop();
  },
};

/** The district's own program: it takes what is sent. */
async function listening() {
  let heard = 0;
  const server = createServer((request, response) => {
    heard += 1;
    request.resume();
    response.end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('It does not listen.');
  return {
    url: `http://127.0.0.1:${address.port}/hook`,
    heard: () => heard,
    stop: () => new Promise((done) => server.close(done)),
  };
}

/** Something of its unit changes. */
async function dutyGiven({ server }: Desk): Promise<void> {
  const agent = await signIn(server, 'agent');
  const dispatcher = await signIn(server, 'dispatcher');
  const { orderId } = await agent.call(intake.createOrder, {
    ...{ content: '示例路口的井盖不见了,没有围挡。', title: '井盖不见了', type: 'QZ', matterCode },
    ...{ areaCode: '350602001000', address: '示例路口', fields, result: 'dispatch' },
    requester: { phone: inventedPhoneOf('hook journey') },
  });
  await dispatcher.call(dispatch.send, { orderId, lead: '350600.zjj' });
}

async function aMachine({ server }: Desk): Promise<string> {
  const admin = await signIn(server, 'admin');
  const { accountId } = await admin.call(identity.createAccount, {
    login: 'district-system',
    name: program,
    unit: '350600.zjj',
    roles: ['machine'],
    narrowedTo: null,
    outsourced: false,
    phone: null,
  });
  return accountId;
}

/** Answers the key, which stands on the screen once. */
async function makeKey({ page, look }: Window): Promise<string> {
  await page.getByRole('button', { name: apiKeysText.make }).click();
  const form = page.getByRole('dialog', { name: apiKeysText.make });
  await form.getByLabel(apiKeysText.name).fill(program);
  for (const scope of ['orders:read', 'changes:read'] as const)
    await form.getByLabel(apiScopeWords[scope].label, { exact: true }).check();
  await look('machine-key-form');
  await form.getByRole('button', { name: apiKeysText.make }).click();
  const told = page.getByRole('dialog', { name: apiKeysText.title });
  const key = (await told.locator('.mono').innerText()).trim();
  await told.getByRole('button', { name: firstPasswordText.done }).click();
  await told.waitFor({ state: 'hidden' });
  return key;
}

const path = z.string().parse(openApi.addHook.path.replace(/\/hooks$/, ''));

const askWith =
  ({ server }: Desk, key: string) =>
  async (method: 'GET' | 'POST', below: string, body?: object): Promise<number> => {
    const { status } = await fetch(`${server.url}/api${path}${below}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return status;
  };

/** Both panels ask before they end something. */
async function end({ page }: Window, panel: string): Promise<void> {
  const region = page.getByRole('region', { name: panel });
  await region.getByRole('button', { name: apiKeysText.end }).first().click();
  await page.getByRole('button', { name: apiKeysText.confirm }).last().click();
  await region.getByText('已停用').first().waitFor();
}

async function seeUse({ page, look }: Window): Promise<void> {
  await page.getByRole('button', { name: apiUseText.title }).click();
  const drawer = page.getByRole('dialog', { name: apiUseText.title });
  await drawer.getByRole('rowheader', { name: '市住房和城乡建设局' }).waitFor();
  await look('machine-use');
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'hidden' });
}
