import { autoText } from '../console/src/features/auto-dispatch/text.ts';
import { dispatchText } from '../console/src/features/dispatch/text.ts';
import { reasonText } from '../console/src/ui/text.ts';
import type { Window } from './kit/browser.ts';
import type { Desk, Journey } from './kit/journey.ts';

/** 自动派单: the director starts it, whoever runs the shift stops it; a city without history is told so. */
export const autoDispatch: Journey = {
  name: 'auto-dispatch',
  title: 'automatic dispatch is started by one and stopped by another',
  go: async (desk) => {
    await start(desk);
    await stop(desk);
    const { page, look, close } = await desk.windowOf('dispatcher');
    await page.goto('/dispatch?tab=auto-sent');
    await page.getByText(dispatchText.empty['auto-sent']).waitFor();
    await look('dispatch-auto-sent');
    await close();
  },
};

async function start({ checks, windowOf }: Desk): Promise<void> {
  const { page, look, close } = await windowOf('director');
  await page.goto('/auto-dispatch');
  await page.getByText(autoText.nobodyYet(500)).waitFor();
  checks.that('the page says that no matter has 500 yet', true);
  await sayWhy(page, autoText.turnOn, '主任办公会同意试行');
  await page.getByText(autoText.onHelp).waitFor();
  // The form that asked for it may still be closing.
  await page.getByText('主任办公会同意试行').first().waitFor();
  checks.that('it is on, and the reason is kept', true);
  await look('auto-dispatch-on');
  await close();
}

async function stop({ checks, windowOf }: Desk): Promise<void> {
  const { page, look, close } = await windowOf('shift-lead');
  await page.goto('/auto-dispatch');
  await sayWhy(page, autoText.turnOff, '系统异常,先停');
  await page.getByText(autoText.offHelp).waitFor();
  const starts = await page.getByRole('button', { name: autoText.turnOn }).count();
  checks.same('who runs the shift stops it and cannot start it', starts, 0);
  await look('auto-dispatch-off');
  await close();
}

/** With the keyboard alone once the button is reached. */
async function sayWhy(page: Window['page'], button: string, why: string): Promise<void> {
  await page.getByRole('button', { name: button }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: button }).getByLabel(reasonText.label).fill(why);
  await page.keyboard.press('Control+Enter');
}
