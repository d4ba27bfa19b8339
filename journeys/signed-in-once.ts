import { frontLineText } from '../citizen/src/features/front-line/text.ts';
import { passwordOf } from '../stories/kit/person.ts';
import type { Desk, Journey } from './kit/journey.ts';

/** Whoever signed in in the console walks through the front line's door; signing out ends both. */
export const signedInOnce: Journey = {
  name: 'signed-in-once',
  title: 'one sign-in for the desk and the phone page',
  go: async (desk) => {
    await walkThrough(desk);
    await turnedAway(desk);
  },
};

async function walkThrough({ server, checks, windowOf }: Desk): Promise<void> {
  const { page, look, close } = await windowOf('village', 'phone');
  await page.goto('/c/f');
  await page.getByRole('heading', { name: frontLineText.groups.sent }).waitFor();
  checks.that('signed in in the console, the phone page opens at once', true);
  await look('front-line-list');

  await page.getByRole('button', { name: frontLineText.signOut }).click();
  const { account } = frontLineText;
  await page.getByLabel(account.login).waitFor();
  await page.goto('/c/f');
  await page.getByLabel(account.login).fill('village');
  await page.getByLabel(account.password).fill(passwordOf(server, 'village'));
  await page.getByRole('button', { name: account.go }).click();
  await page.getByRole('heading', { name: frontLineText.groups.sent }).waitFor();
  const again = await page.context().newPage();
  await again.goto('/c/f');
  await again.getByRole('heading', { name: frontLineText.groups.working }).waitFor();
  checks.that('signed out it asks; signed in, another tab need not', true);
  await close();
}

/** An account that handles nothing is told so. */
async function turnedAway({ checks, windowOf }: Desk): Promise<void> {
  const { page, look, close } = await windowOf('agent', 'phone');
  await page.goto('/c/f');
  await page.getByText(frontLineText.account.otherWork).waitFor();
  checks.that('an account that handles nothing is told so', true);
  await look('front-line-sign-in');
  await close();
}
