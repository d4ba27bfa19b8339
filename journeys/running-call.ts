import {
  agentText,
  callText,
  draftText,
  formText,
  ownCallText,
} from '../console/src/features/intake/text.ts';
import { putThroughText } from '../console/src/features/intake/transfer-110-text.ts';
import type { Window } from './kit/browser.ts';
import type { Desk, Journey } from './kit/journey.ts';
import { soon } from './kit/soon.ts';

const words = '广场南侧的长椅断了两根木条。';

/** A call on the line is never out of sight: whatever form is open, and in whatever browser. */
export const runningCall: Journey = {
  name: 'running-call',
  title: 'a call on the line, another form, another browser',
  go: async (desk) => {
    const window = await desk.windowOf('agent-outsourced');
    await atDesk(window);
    await setAside(window);
    await answered(desk, window);
    await outOfSight(desk, window);
    await window.close();
    await elsewhere(desk);
  },
};

async function atDesk({ page }: Window): Promise<void> {
  await page.goto('/agent');
  await page.getByRole('heading', { name: agentText.title }).waitFor();
}

async function setAside({ page }: Window): Promise<void> {
  await page.getByRole('textbox', { name: formText.content }).fill(words);
  await page.keyboard.press('F8');
  await page.getByRole('region', { name: draftText.title }).waitFor();
}

async function answered({ checks }: Desk, { page }: Window): Promise<void> {
  await page.getByRole('button', { name: callText.demoCall }).click();
  await page.getByRole('button', { name: callText.answer, exact: true }).first().click();
  const hangUp = page.getByRole('button', { name: ownCallText.end });
  await hangUp.waitFor();
  await soon(checks, 'an answered call can be hung up', () => hangUp.count(), 1);
}

async function outOfSight({ checks }: Desk, window: Window): Promise<void> {
  const { page, look } = window;
  await page.getByRole('button', { name: draftText.resume }).first().click();
  const own = page.getByRole('region', { name: ownCallText.title });
  await own.getByRole('button', { name: ownCallText.end }).waitFor();
  checks.that('with a draft taken up the running call is still there', true);
  await look('agent-running-call');
  await own.getByRole('button', { name: ownCallText.back }).click();
  await own.waitFor({ state: 'detached' });
  const content = page.getByRole('textbox', { name: formText.content });
  await soon(checks, 'one click leads back to it', () => content.inputValue(), '');
}

/** The browser is lost; the next one remembers nothing. */
async function elsewhere(desk: Desk): Promise<void> {
  const window = await desk.windowOf('agent-outsourced');
  const { page } = window;
  await atDesk(window);
  const hangUp = page.getByRole('button', { name: ownCallText.end });
  await hangUp.waitFor();
  desk.checks.that('another browser shows the call that is on the line', true);
  await putThrough(desk, window);
  await hangUp.waitFor({ state: 'detached' });
  await soon(desk.checks, 'and who is handed over is off the line', () => hangUp.count(), 0);
  await window.close();
}

/** 一键转110, with what stands in the form; the other line picks up by itself. */
async function putThrough({ checks }: Desk, { page, look }: Window): Promise<void> {
  await page.getByRole('textbox', { name: formText.content }).fill('楼下有人打架,已经有人流血。');
  await page.keyboard.press('F10');
  const card = page.getByRole('status').filter({ hasText: putThroughText.order });
  await card.waitFor();
  await card.getByText(putThroughText.joined).waitFor();
  checks.that('one key, and 110 has joined the call', true);
  await look('agent-put-through');
  await card.getByRole('button', { name: putThroughText.handOver }).click();
}
