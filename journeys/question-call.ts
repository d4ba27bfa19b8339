import {
  agentText,
  callerText,
  callText,
  formText,
  knowledgeText,
  ownCallText,
  saveText,
} from '../console/src/features/intake/text.ts';
import type { Window } from './kit/browser.ts';
import type { Desk, Journey } from './kit/journey.ts';
import { soon, soonThat, still } from './kit/soon.ts';

/** Most calls are questions: rung, answered from an entry, saved and hung up without a mouse. */
export const questionCall: Journey = {
  name: 'question-call',
  title: 'a question answered by keyboard alone, while another call rings',
  go: async (desk) => {
    const window = await desk.windowOf('shift-lead');
    const { page, close } = window;
    await page.goto('/agent');
    await page.getByRole('heading', { name: agentText.title }).waitFor();
    await answersOne(desk, window);
    await citesAndSaves(desk, window);
    await hangsUp(desk, window);
    await close();
  },
};

const focusedText = ({ page }: Window) =>
  page.evaluate<string>('document.activeElement?.textContent ?? ""');

const ringing = ({ page }: Window) =>
  page.getByRole('region', { name: callText.ringing, exact: true }).getByRole('listitem');

async function rings(window: Window): Promise<void> {
  const before = await ringing(window).count();
  await window.page.getByRole('button', { name: callText.demoCall }).click();
  await ringing(window).nth(before).waitFor();
}

async function answersOne({ checks }: Desk, window: Window): Promise<void> {
  const { page } = window;
  const waiting = await ringing(window).count();
  await rings(window);
  await page.keyboard.press('F2');
  const card = page.getByRole('region', { name: callerText.title });
  await card.waitFor();
  await soonThat(
    checks,
    'F2 answers, and the caller’s card has the keyboard',
    () => focusedText(window),
    (text) => text.startsWith(callerText.title),
  );
  const stillRinging = () => ringing(window).count();
  await soon(checks, 'and the call rings no more', stillRinging, waiting);
  await rings(window);
  const others = await ringing(window).count();
  await page.keyboard.press('F2');
  await still(page, checks, {
    fact: 'with somebody on the line F2 answers nobody else',
    read: () => ringing(window).count(),
    expected: others,
  });
}

async function citesAndSaves({ checks }: Desk, window: Window): Promise<void> {
  const { page, look } = window;
  await page.keyboard.press('F4');
  await page.keyboard.type('居住证');
  const cite = page.getByRole('button', { name: knowledgeText.cite });
  await cite.first().waitFor();
  for (let tabs = 1; tabs <= 6; tabs += 1) {
    await page.keyboard.press('Tab');
    if ((await focusedText(window)) === knowledgeText.cite) break;
  }
  await page.keyboard.press('Enter');
  const form = page.getByRole('region', { name: formText.title });
  const content = form.getByRole('textbox', { name: formText.content });
  await soonThat(
    checks,
    'an entry cited into an empty form says what was asked',
    () => content.inputValue(),
    (said) => said.length > 4,
  );
  await form.getByText(saveText.keptLocally).waitFor();
  await look('agent-question');
  await page.keyboard.press('F9');
  await form
    .getByRole('alert')
    .getByText(/\d{6}-\d{8}-\d{6}/)
    .waitFor();
  await soon(checks, 'and one more key saves it', () => content.inputValue(), '');
}

async function hangsUp({ checks }: Desk, window: Window): Promise<void> {
  const { page } = window;
  const hangUp = page.getByRole('button', { name: ownCallText.end });
  await page.keyboard.press('F2');
  await page.keyboard.press('h');
  await still(page, checks, {
    fact: 'one H cuts nobody off',
    read: () => hangUp.count(),
    expected: 1,
  });
  // On a slow machine the first may have been forgotten meanwhile: then both are pressed again.
  const second = async () => {
    await page.keyboard.press('h');
    await page.waitForTimeout(200);
    return hangUp.count();
  };
  await soon(checks, 'the second hangs up', second, 0);
}
