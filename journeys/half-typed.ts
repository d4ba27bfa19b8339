import {
  agentText,
  draftText,
  formText,
  keySheetText,
  saveText,
} from '../console/src/features/intake/text.ts';
import type { Window } from './kit/browser.ts';
import type { Desk, Journey } from './kit/journey.ts';

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
  checks.same('a reload keeps the words', await contentOf(window).inputValue(), words);
  checks.same(
    'and the place',
    await page.getByRole('textbox', { name: formText.address }).inputValue(),
    '示例商场东门',
  );
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
  const isThere = (await content.inputValue()).startsWith(words);
  checks.that('while an input method composes, F8 sets nothing aside', isThere);
  const focused = await page.evaluate<string>('document.activeElement.tagName');
  checks.same('and F4 does not leave the field', focused, 'TEXTAREA');
  await ime.send('Input.insertText', { text: '扶手' });
  checks.same('what was composed stands in the form', await content.inputValue(), `${words}扶手`);
}

async function setAside({ checks }: Desk, window: Window): Promise<void> {
  const { page, look } = window;
  await page.keyboard.press('F8');
  await page.getByText(saveText.setAsideDone).first().waitFor();
  checks.same('then F8 sets it aside for the next call', await contentOf(window).inputValue(), '');
  await page.reload();
  const drafts = page.getByRole('region', { name: draftText.title });
  await drafts.getByRole('button', { name: draftText.resume }).first().click();
  checks.same('and it is taken up again', await contentOf(window).inputValue(), `${words}扶手`);
  await page.locator('main').getByRole('heading', { name: agentText.title }).click();
  await page.keyboard.press('Shift+?');
  await page.getByRole('dialog', { name: keySheetText.title }).waitFor();
  checks.that('? shows the shortcuts', true);
  await look('agent-keys');
}
