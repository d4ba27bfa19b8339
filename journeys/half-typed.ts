import {
  agentText,
  draftText,
  formText,
  keySheetText,
  saveText,
} from '../console/src/features/intake/text.ts';
import type { Window } from './kit/browser.ts';
import type { Desk, Journey } from './kit/journey.ts';
import { soon, still } from './kit/soon.ts';

const words = '商场门口的斜坡太陡,坐轮椅上不去,希望加装扶手。';

/** What an agent has half typed is never lost, and an input method is never taken for a shortcut. */
export const halfTyped: Journey = {
  name: 'half-typed',
  title: 'half a form, a reload, an input method and the next call',
  go: async (desk) => {
    const window = await desk.windowOf('agent');
    const { page } = window;
    await page.goto('/agent');
    await page.getByRole('heading', { name: agentText.title }).waitFor();
    await reloadKeeps(desk, window);
    await composingFiresNothing(desk, window);
    await setAside(desk, window);
    await window.close();
  },
};

const contentOf = ({ page }: Window) =>
  page
    .getByRole('region', { name: formText.title })
    .getByRole('textbox', { name: formText.content });

async function reloadKeeps({ checks }: Desk, window: Window): Promise<void> {
  const { page } = window;
  await contentOf(window).fill(words);
  await page.getByRole('textbox', { name: formText.address }).fill('示例商场东门');
  await page.reload();
  const address = page.getByRole('textbox', { name: formText.address });
  await soon(checks, 'a reload keeps the words', () => contentOf(window).inputValue(), words);
  await soon(checks, 'and the place', () => address.inputValue(), '示例商场东门');
}

/** The browser itself composes: keys pressed meanwhile belong to the input method. */
async function composingFiresNothing({ checks }: Desk, window: Window): Promise<void> {
  const { page } = window;
  const content = contentOf(window);
  await content.focus();
  await page.keyboard.press('End');
  const ime = await page.context().newCDPSession(page);
  await ime.send('Input.imeSetComposition', { text: 'fushou', selectionStart: 6, selectionEnd: 6 });
  await page.keyboard.press('F8');
  await page.keyboard.press('F4');
  await still(page, checks, {
    fact: 'while an input method composes, F8 sets nothing aside',
    read: async () => (await content.inputValue()).startsWith(words),
    expected: true,
  });
  await still(page, checks, {
    fact: 'and F4 does not leave the field',
    read: () => page.evaluate<string>('document.activeElement.tagName'),
    expected: 'TEXTAREA',
  });
  await ime.send('Input.insertText', { text: '扶手' });
  const composed = `${words}扶手`;
  await soon(checks, 'what was composed stands in the form', () => content.inputValue(), composed);
}

async function setAside({ checks }: Desk, window: Window): Promise<void> {
  const { page, look } = window;
  await page.keyboard.press('F8');
  await page.getByText(saveText.setAsideDone).first().waitFor();
  const content = () => contentOf(window).inputValue();
  await soon(checks, 'then F8 sets it aside for the next call', content, '');
  await page.reload();
  const drafts = page.getByRole('region', { name: draftText.title });
  await drafts.getByRole('button', { name: draftText.resume }).first().click();
  await soon(checks, 'and it is taken up again', content, `${words}扶手`);
  await page.locator('main').getByRole('heading', { name: agentText.title }).click();
  await page.keyboard.press('Shift+?');
  await page.getByRole('dialog', { name: keySheetText.title }).waitFor();
  checks.that('? shows the shortcuts', true);
  await look('agent-keys');
}
