import { intake } from '@minsheng/contract';
import type { Page } from 'playwright-core';
import {
  auditText,
  cluesText,
  clueText,
  figuresText,
  markText,
  receivedText,
} from '../console/src/features/clues/text.ts';
import { cluePanelText } from '../console/src/features/orders/clue-text.ts';
import { inventedPerson } from '../server/src/demo/invented.ts';
import { signIn } from '../stories/kit/person.ts';
import type { Desk, Journey } from './kit/journey.ts';

const subject = '示例印染作坊';
const said = '作坊夜里把染料水倒进路边雨水井,井口周围都是蓝色。';
const who = inventedPerson('journey-clues');

/** 违规线索: marked on an order, signed by another person, handed over, taken by the unit on a phone; nobody is told on. */
export const cluesJourney: Journey = {
  name: 'clues',
  title:
    'a violation clue leaves its order and its reporter behind, is signed, handed over and taken',
  go: async (desk) => {
    await marked(desk, await answered(desk));
    await signed(desk);
    await sent(desk);
    await taken(desk);
    await audited(desk);
  },
};

/** Answered on the line: no unit holds it. */
async function answered({ server }: Desk): Promise<string> {
  const agent = await signIn(server, 'agent');
  const { orderId } = await agent.call(intake.createOrder, {
    channel: 'visit',
    content: `我叫${who.name},${said}`,
    type: 'ZX',
    matterCode: '040103',
    areaCode: '350602001000',
    address: '台湾路 200 号对面',
    requester: who,
    result: 'answer',
    answer: '已记录,按违规线索移送有权单位。',
  });
  return orderId;
}

async function marked({ windowOf, checks }: Desk, orderId: string): Promise<void> {
  const { page, look, close } = await windowOf('agent');
  await page.goto(`/orders/${orderId}`);
  await page.getByRole('link', { name: cluePanelText.mark }).click();
  const facts = page.getByLabel(markText.facts, { exact: true });
  await facts.waitFor();
  checks.that('the draft names nobody', !(await facts.inputValue()).includes(who.name));
  await page.getByRole('combobox', { name: markText.kind }).click();
  await page.getByTitle('污染环境', { exact: true }).last().click();
  await page.getByLabel(markText.subject, { exact: true }).fill(subject);
  await facts.fill(said);
  await look('clue-mark');
  await page.getByRole('button', { name: markText.submit, exact: true }).click();
  await page.getByRole('link', { name: cluePanelText.mark }).waitFor();
  await close();
}

async function open(page: Page): Promise<void> {
  await page.goto('/clues');
  await page
    .getByRole('button', { name: new RegExp(subject) })
    .first()
    .click();
  await page.getByRole('heading', { name: new RegExp(subject) }).waitFor();
}

async function signed({ windowOf }: Desk): Promise<void> {
  const { page, look, close } = await windowOf('analyst');
  await open(page);
  await look('clue');
  for (;;) {
    const keep = page.getByRole('button', { name: clueText.keep, exact: true });
    if ((await keep.count()) === 0) break;
    await keep.first().click();
    await page.getByRole('combobox', { name: clueText.keepReason }).click();
    await page.getByTitle('公共场所,不是住处', { exact: true }).last().click();
    await page.getByRole('dialog').getByRole('button', { name: clueText.keep }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }
  await close();
  const reviewer = await windowOf('reviewer');
  await open(reviewer.page);
  await reviewer.page.getByRole('button', { name: clueText.sign, exact: true }).click();
  await reviewer.page.getByRole('dialog').getByRole('button', { name: clueText.sign }).click();
  await reviewer.page.getByText('已签发').first().waitFor();
  await reviewer.close();
}

async function sent({ windowOf }: Desk): Promise<void> {
  const { page, close } = await windowOf('analyst');
  await open(page);
  await page.getByRole('button', { name: clueText.send, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: clueText.send, exact: true }).click();
  await page.getByText('已抄报').first().waitFor();
  await close();
}

async function taken({ windowOf, checks }: Desk): Promise<void> {
  const { page, look, close } = await windowOf('sthj-liaison', 'phone');
  await open(page);
  await look('clue-received');
  const text = await page.locator('main').innerText();
  const tells = [who.name, who.phone, '台湾路 200 号对面住户'].some((word) => text.includes(word));
  checks.that('the unit reads nothing of who told of it', !tells);
  await page.getByRole('button', { name: receivedText.receipt }).click();
  await page.getByRole('button', { name: receivedText.receipt }).waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: receivedText.accept, exact: true }).click();
  await page.getByRole('button', { name: receivedText.plan }).waitFor();
  await close();
}

async function audited({ windowOf }: Desk): Promise<void> {
  const { page, look, close } = await windowOf('director');
  await page.goto('/clues?part=figures');
  await page.getByText(figuresText.receipts).waitFor();
  await look('clue-figures');
  await page.getByRole('button', { name: cluesText.part.subjects }).click();
  await page.getByRole('button', { name: new RegExp(subject) }).click();
  await page.getByRole('heading', { name: subject }).waitFor();
  await page.getByRole('button', { name: cluesText.part.audit }).click();
  await page.getByText(auditText.zero).waitFor();
  await look('clue-audit');
  await close();
}
