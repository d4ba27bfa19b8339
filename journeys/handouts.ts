import { desk } from '@minsheng/contract';
import { answerText } from '../citizen/src/features/answer/text.ts';
import {
  agentText,
  callerText,
  callText,
  knowledgeText,
} from '../console/src/features/intake/text.ts';
import { handoutText } from '../console/src/ui/handouts/text.ts';
import { signIn } from '../stories/kit/person.ts';
import type { Window } from './kit/browser.ts';
import type { Desk, Journey } from './kit/journey.ts';
import { soonThat } from './kit/soon.ts';

const asked = '异地就医';

/** 答复链接: sent during a call, opened on a telephone, and both stand before the agent. */
export const handoutsJourney: Journey = {
  name: 'handouts',
  title: 'an answer and its form go to the caller by a link, and that it was opened is seen',
  go: async (journey) => {
    const agent = await journey.windowOf('shift-lead');
    await sent(agent);
    await openedOnPhone(journey);
    await agent.page.getByText(handoutText.unopened).waitFor({ state: 'detached' });
    journey.checks.that('the agent sees that it was opened', true);
    await agent.look('handouts-agent');
    await agent.close();
  },
};

async function sent({ page, look }: Window): Promise<void> {
  await page.goto('/agent');
  await page.getByRole('heading', { name: agentText.title }).waitFor();
  await page.getByRole('button', { name: callText.demoCall }).click();
  const waiting = page.getByRole('region', { name: callText.ringing, exact: true });
  await waiting.getByRole('listitem').first().waitFor();
  await page.keyboard.press('F2');
  await page.getByRole('region', { name: callerText.title }).waitFor();
  await page.getByRole('searchbox', { name: knowledgeText.search }).fill(asked);
  const found = page.getByRole('listitem').filter({ hasText: /出去外地看病/ });
  await found.getByRole('button', { name: handoutText.send }).click();
  await look('handouts-ask');
  await page.getByRole('dialog').getByRole('button', { name: handoutText.send }).click();
  await page.getByText(handoutText.unopened).waitFor();
}

async function openedOnPhone({ server, window, checks }: Desk): Promise<void> {
  const lead = await signIn(server, 'shift-lead');
  let link = '';
  await soonThat(
    checks,
    'the message with the link leaves at once',
    async () => {
      const { rows } = await lead.call(desk.sentMessages, { way: 'sms' });
      const words = rows.find(({ template }) => template === 'handout-sent')?.text ?? '';
      link = /\/c\/#\/answer\/[\w-]+/.exec(words)?.[0] ?? '';
      return link;
    },
    (found) => found !== '',
  );
  const { page, look, close } = await window('phone');
  await page.goto(link);
  const form = page.getByRole('link', { name: /申请表/ });
  await form.waitFor();
  await look('handouts-phone');
  const [file] = await Promise.all([page.waitForEvent('download'), form.click()]);
  checks.that('the form is saved as docx', file.suggestedFilename().endsWith('.docx'));
  await page.goto(`${link.slice(0, -6)}AAAAAA`);
  await page.getByText(answerText.title).first().waitFor();
  await page.getByRole('alert').waitFor();
  checks.that('another key opens nothing', (await form.count()) === 0);
  await close();
}
