import { intake, media, reviewStepLabel } from '@minsheng/contract';
import type { Page } from 'playwright-core';
import { mediaText as publicText } from '../citizen/src/features/media/text.ts';
import { effectText } from '../console/src/features/media/results-text.ts';
import { endText, enterText, tipsText, writeText } from '../console/src/features/media/text.ts';
import { scanText } from '../console/src/ui/text.ts';
import { type Person, signIn } from '../stories/kit/person.ts';
import type { Desk, Journey } from './kit/journey.ts';

const content = '示例路口的路灯坏了三天,晚上很暗,请派人修。';
const title = '示例路口的路灯有人管了';
const words = '网友反映示例路口路灯不亮,热线受理后已派单,主管部门正在检修。';

/** 新闻+政务+服务: a comment becomes an order and a story; three sign, and anybody reads it on a phone. */
export const mediaJourney: Journey = {
  name: 'media',
  title: 'a viewer’s comment becomes an order, a signed story and a public page',
  go: async (desk) => {
    await orderMade(desk);
    await acceptedBy(desk);
    await written(desk);
    await published(desk);
    await read(desk);
  },
};

async function orderMade({ windowOf, checks }: Desk): Promise<void> {
  const { page, look, close } = await windowOf('media-editor');
  await page.goto('/media');
  await page.getByRole('button', { name: enterText.button }).click();
  const form = page.getByRole('dialog', { name: enterText.button });
  await form.getByLabel(enterText.sourceName).fill('示例直播间');
  await form.getByLabel(enterText.sourceRef).fill('journey-1');
  await form.getByLabel(enterText.content, { exact: true }).fill(content);
  await form.getByLabel(enterText.address).fill('示例路口');
  await form.getByLabel(enterText.consentHow).fill('没有表示');
  await look('media-enter');
  await form.getByRole('button', { name: enterText.button }).click();
  await page.getByRole('button', { name: new RegExp(content) }).click();
  await signed(page, endText.order, null);
  await page.getByRole('heading', { name: tipsText.end }).waitFor();
  checks.that('the tip has become an order', true);
  await look('media-tip');
  await close();
}

/** A button, its form with a sentence or without, and the same button in it. */
async function signed(page: Page, label: string, said: string | null): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).click();
  const form = page.getByRole('dialog', { name: label });
  if (said !== null) await form.getByRole('textbox').fill(said);
  await form.getByRole('button', { name: label, exact: true }).click();
}

async function acceptedBy({ server }: Desk): Promise<void> {
  const [editor, agent] = await Promise.all([
    signIn(server, 'media-editor'),
    signIn(server, 'agent'),
  ]);
  const { rows } = await editor.call(media.listTips, { box: 'order' });
  const tip = rows.find((row) => row.content === content);
  await agent.call(intake.acceptWaiting, {
    orderId: tip?.end?.order?.id ?? '',
    ...{ type: 'QZ', matterCode: '010105', areaCode: '350602001000', result: 'dispatch' },
    fields: { road_name: '示例路', lamp_problem: 'off' },
  });
}

async function written({ windowOf }: Desk): Promise<void> {
  const { page, look, close } = await windowOf('media-editor');
  await page.goto('/media?part=pieces');
  await page.getByRole('button', { name: writeText.button }).click();
  const form = page.getByRole('dialog', { name: writeText.button });
  const topic = form.getByRole('combobox', { name: writeText.topic });
  await topic.click();
  await page
    .getByTitle(/示例路口的路灯坏了/)
    .first()
    .click();
  await topic.press('Escape');
  await form.getByLabel(writeText.heading).fill(title);
  await form.getByLabel(writeText.words).fill(words);
  await look('media-write');
  await form.getByRole('button', { name: writeText.button }).click();
  await page.getByText(scanText.clean).waitFor();
  await close();
}

async function published({ windowOf, server, checks }: Desk): Promise<void> {
  const [second, reviewer] = await Promise.all([
    signIn(server, 'media-desk'),
    signIn(server, 'reviewer'),
  ]);
  const { rows } = await second.call(media.listPieces, { box: 'to-sign' });
  const piece = rows.find((row) => row.title === title);
  const sign = (who: Person, step: 'edit' | 'vet') =>
    who.call(media.signPiece, {
      pieceId: piece?.id ?? '',
      ...{ wordsNo: 1, step, agreed: true, words: '看过,同意' },
    });
  await sign(second, 'edit');
  await sign(reviewer, 'vet');
  const { page, look, close } = await windowOf('director');
  await page.goto('/media?part=pieces&pieces=to-sign');
  await page.getByRole('button', { name: new RegExp(title) }).click();
  await signed(page, writeText.sign(reviewStepLabel.release), '同意发布');
  await page.getByText(writeText.published).waitFor();
  checks.that('the third signature published it', true);
  await look('media-piece');
  await page.goto('/media?part=effect');
  await page.getByText(effectText.agrees).waitFor();
  await look('media-effect');
  await page.goto('/media?part=days');
  await page.locator('main').getByRole('heading').first().waitFor();
  await look('media-days');
  await close();
}

async function read({ window, checks }: Desk): Promise<void> {
  const { page, look, close } = await window('phone');
  await page.goto('/c/#/media');
  await page.getByRole('link', { name: title }).click();
  await page.getByText(words).waitFor();
  await page.getByText(publicText.results(1, 0)).waitFor();
  checks.that('anybody reads it, and how far it has come', true);
  await look('media-public');
  await close();
}
