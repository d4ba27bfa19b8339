import { setTimeout as pause } from 'node:timers/promises';
import { appeals, itemOutcomeLabel, orders, retention } from '@minsheng/contract';
import { holdText, listText } from '../console/src/features/retention/text.ts';
import { call } from '../server/src/platform/testing/call.ts';
import { storyClock } from '../stories/kit/clock.ts';
import { signIn } from '../stories/kit/person.ts';
import { type Server, startServer } from '../stories/kit/server.ts';
import type { Window } from './kit/browser.ts';
import type { Desk, Journey } from './kit/journey.ts';
import { soon } from './kit/soon.ts';

interface Archive {
  readonly desk: Desk;
  readonly server: Server;
  readonly due: string;
  readonly held: string;
}

/** 档案保管: orders of eleven years ago, one of them held; the list is signed by two, and the rest leaves. */
export const retentionJourney: Journey = {
  name: 'retention',
  title: 'held, lifted by somebody else, signed by two, destroyed; what is held stays',
  go: async (desk) => {
    const server = await startServer({
      city: 'zhangzhou',
      clockStart: '2015-03-02T09:00:00+08:00',
    });
    try {
      const archive = { desk, server, ...(await longAgo(server)) };
      await hold(archive);
      await signed(archive);
      await secured(archive);
      await looked(archive);
    } finally {
      await server.stop();
    }
  },
};

/** Two orders that end and are archived; then the program stands still for eleven years. */
async function longAgo(server: Server): Promise<{ due: string; held: string }> {
  const send = async (content: string) => {
    const { orderNo, queryCode: code } = await call(server.url, appeals.sendAppeal, {
      ...{ content, noticeRead: true },
    });
    await call(server.url, appeals.withdrawAppeal, { orderNo, code });
    return orderNo;
  };
  const [due, held] = [await send('巷口的石凳断了一条腿'), await send('公园的秋千链子松了')];
  const clock = storyClock(server.url);
  await clock.advance(32 * 24 * 60);
  await clock.advanceTo(new Date('2026-03-02T01:00:00Z'));
  await server.kill();
  await server.startAgain();
  await listed(server);
  return { due, held };
}

/** The program makes its lists when it has begun a month. */
async function listed(server: Server): Promise<void> {
  const director = await signIn(server, 'director');
  for (let tries = 0; tries < 120; tries += 1) {
    const { rows } = await director.call(retention.listLists, { state: 'open' });
    if (rows.length === 2) return;
    await pause(250);
  }
  throw new Error('No destruction list was made.');
}

async function windowOf({ desk, server }: Archive, login: string): Promise<Window> {
  const { token } = await signIn(server, login);
  const window = await desk.window();
  await window.context.addCookies([
    { name: 'minsheng', value: token, url: server.url, httpOnly: true },
  ]);
  return window;
}

/** Set by the director, not lifted by the director, lifted by the shift lead, and set again. */
async function hold(archive: Archive): Promise<void> {
  const { desk, server, held } = archive;
  const director = await windowOf(archive, 'director');
  await setHold(director, archive);
  await director.page.getByText(holdText.own).waitFor();
  await director.look('retention-hold');
  await director.close();

  const lead = await windowOf(archive, 'shift-lead');
  await lead.page.goto(`${server.url}/retention?tab=standing`);
  await lead.page.getByRole('button', { name: holdText.lift, exact: true }).click();
  const drawer = lead.page.getByRole('dialog');
  await drawer.getByRole('textbox').fill('法院已调取完毕,来函解除');
  await drawer.getByRole('button', { name: holdText.lift, exact: true }).click();
  await lead.page.getByText(holdText.none.standing).waitFor();
  await lead.page.goto(`${server.url}/retention?tab=lifted`);
  await lead.page.getByText('法院已调取完毕').waitFor();
  desk.checks.that('lifted by somebody else, and it says by whom', true);
  await setHold(lead, archive);
  await lead.page.getByRole('link', { name: held }).waitFor();
  await lead.close();
}

async function setHold({ page }: Window, { server, held }: Archive): Promise<void> {
  await page.goto(`${server.url}/retention?tab=standing`);
  await page.getByRole('button', { name: holdText.set }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel(holdText.orderNo).fill(held);
  await drawer.getByLabel(holdText.ground).click();
  await page.getByTitle('诉讼、仲裁保全').click();
  await drawer.getByLabel(holdText.fromWhom).fill('某区人民法院(示例)');
  await drawer.getByLabel(holdText.reason).fill('人身损害案件需要保全来电记录');
  await drawer.getByRole('button', { name: holdText.set }).click();
  await page.getByText('某区人民法院(示例)').waitFor();
}

/** 档案签署. */
async function signed(archive: Archive): Promise<void> {
  const { page, look, close } = await windowOf(archive, 'director');
  await page.goto(`${archive.server.url}/retention`);
  await openList(archive, page);
  await page.getByText(archive.due).waitFor();
  await look('retention-list');
  await page.getByRole('button', { name: listText.sign, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: listText.sign, exact: true }).click();
  await soon(
    archive.desk.checks,
    'signed once, the director has nothing more to sign',
    () => page.getByRole('button', { name: listText.sign, exact: true }).count(),
    0,
  );
  await page.goto(`${archive.server.url}/retention?tab=classes`);
  await page.getByText('举报类工单').waitFor();
  await look('retention-classes');
  await close();
}

const openList = async ({ server }: Archive, page: Window['page']): Promise<void> => {
  const { rows } = await (await signIn(server, 'director')).call(retention.listLists, {
    state: 'open',
  });
  const list = rows.find(({ kind }) => kind === 'order');
  await page
    .getByRole('list', { name: listText.label })
    .getByText(listText.lineTitle(list?.name ?? '', list?.month ?? ''))
    .click();
};

/** 安全签署, by numbers alone; then it is destroyed. */
async function secured(archive: Archive): Promise<void> {
  const { page, look, close } = await windowOf(archive, 'security');
  await page.goto(`${archive.server.url}/retention`);
  await openList(archive, page);
  await page.getByRole('button', { name: listText.secure, exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: listText.secure, exact: true })
    .click();
  await page.getByText('销毁 1 件,因后来冻结未销毁 1 件').waitFor();
  for (const outcome of ['destroyed', 'held'] as const)
    await soon(
      archive.desk.checks,
      `one order is ${outcome}`,
      () => page.getByRole('cell', { name: itemOutcomeLabel[outcome] }).count(),
      1,
    );
  await look('retention-destroyed');
  archive.desk.checks.same(
    'whoever secures reads no words of it',
    await page.getByText('石凳').count(),
    0,
  );
  await close();
}

/** The number still answers; what is held still says what it said. */
async function looked(archive: Archive): Promise<void> {
  const { desk, server, due, held } = archive;
  const director = await signIn(server, 'director');
  const contentOf = async (orderNo: string) => {
    const { rows } = await director.call(orders.searchOrders, { q: orderNo });
    const page = await director.call(orders.orderPage, { orderId: rows[0]?.id ?? '' });
    return { id: page.id, content: page.content, isGone: page.destroyedAt !== null };
  };
  const gone = await contentOf(due);
  desk.checks.same('its words are gone', [gone.content, gone.isGone], ['', true]);
  const kept = await contentOf(held);
  desk.checks.same(
    'the held one says what it said',
    [kept.content, kept.isGone],
    ['公园的秋千链子松了', false],
  );
  const { page, look, close } = await windowOf(archive, 'director');
  await page.goto(`${server.url}/orders/${gone.id}`);
  await page.getByText('按保管期限销毁,编号').waitFor();
  desk.checks.that('the page of the order says so', true);
  await look('retention-order');
  await close();
}
