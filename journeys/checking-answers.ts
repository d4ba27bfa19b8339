import { foundHowLabel, orders } from '@minsheng/contract';
import { solvedAnswerLabel } from '@minsheng/contract/words/call-back.ts';
import { callBackText } from '../console/src/features/call-back/text.ts';
import { checkPageText } from '../console/src/features/checks/text.ts';
import { checksText } from '../console/src/ui/checks/text.ts';
import { answeredLamp, asked, notDone, sceneOf } from '../stories/false-completion/scene.ts';
import type { StoryClock } from '../stories/kit/clock.ts';
import { signIn, visitor } from '../stories/kit/person.ts';
import type { Desk, Journey } from './kit/journey.ts';

/** 虚假办结与评价申诉: reported, answered, decided; a score contested. */
export const checkingAnswers: Journey = {
  name: 'checking-answers',
  title: 'an answer that was not so is reported, answered and confirmed; a score is contested',
  go: async (desk) => {
    const { server, checks: facts } = desk;
    const scene = await sceneOf({
      server,
      checks: facts,
      clock: still,
      citizen: visitor(server.url),
      seed: 1,
      isFull: false,
      person: (login) => signIn(server, login),
    });
    const orderId = await answeredLamp(scene, 'journey-false');
    await asked(scene, orderId, notDone);
    await reported(desk, orderId);
    await answeredByUnit(desk, orderId);
    await confirmed(desk);

    const rated = await answeredLamp(scene, 'journey-contest');
    await asked(scene, rated, {
      resultRating: 'dissatisfied',
      reason: '希望更亮',
      reasonClass: 'objective',
    });
    const silent = await answeredLamp(scene, 'journey-silent');
    await closedTogether(desk);
    const unasked = await scene.caller.call(orders.orderPage, { orderId: silent });
    facts.same('whom nobody has asked yet is not among them', unasked.status, 'call-back');
    await mayBeContested(desk, rated);
  },
};

/** A journey lives by the wall's clock, which nobody moves. */
const still: StoryClock = {
  now: async () => new Date('2026-05-20T01:00:00Z'),
  advance: async () => 0,
  advanceTo: async () => 0,
  advanceToHour: async () => 0,
};

async function reported({ windowOf }: Desk, orderId: string): Promise<void> {
  const caller = await windowOf('call-back');
  await caller.page.goto(`/orders/${orderId}`);
  await caller.page.getByRole('button', { name: checksText.report }).click();
  await caller.page.getByText(foundHowLabel['call-back']).click();
  await caller.page.getByLabel(checksText.found).fill('诉求人说没有人来过。');
  await caller.page.keyboard.press('Control+Enter');
  await caller.page.getByText(checksText.reported).waitFor();
  await caller.look('false-reported');
  await caller.close();
}

async function answeredByUnit({ windowOf }: Desk, orderId: string): Promise<void> {
  const unit = await windowOf('zjj-leader');
  await unit.page.goto(`/checks?order=${orderId}`);
  await unit.page.getByRole('button', { name: checksText.answer }).click();
  await unit.page.getByRole('textbox').fill('照片不是当天拍的。');
  await unit.page.keyboard.press('Control+Enter');
  await unit.page.getByText(checksText.answered).waitFor();
  await unit.look('false-answered');
  await unit.close();
}

async function confirmed({ windowOf, checks: facts }: Desk): Promise<void> {
  const director = await windowOf('director');
  const { page } = director;
  await page.goto('/checks');
  await page.getByText('示例路口').first().click();
  await page.getByRole('button', { name: checksText.confirm, exact: true }).click();
  await page.getByRole('textbox').fill('事实清楚。');
  await director.look('false-ruling');
  await page.keyboard.press('Control+Enter');
  await page.getByText(checksText.confirmed).waitFor();
  await page.goto('/checks?tab=false-confirmed');
  await page.getByText(checkPageText.byUnit).waitFor();
  facts.that('it is counted for the unit', true);
  await director.look('false-confirmed');
  await page.goto('/checks?tab=exclusions');
  await page.getByText(checkPageText.empty.exclusions).waitFor();
  await director.look('exclusions');
  await director.close();
}

/** 批量结案: all whose requester said that it is solved, ticked at once. */
async function closedTogether({ windowOf, checks: facts }: Desk): Promise<void> {
  const { page, look, close } = await windowOf('call-back');
  await page.goto('/call-back');
  await page.getByText(callBackText.many.chooseAll).click();
  await page.getByText(callBackText.asked(solvedAnswerLabel.solved)).first().waitFor();
  await look('call-back-many');
  await page.getByRole('button', { name: callBackText.many.close(1) }).click();
  await page.getByText(callBackText.many.closed(1)).waitFor();
  facts.that('those that are solved are closed together from the list', true);
  await look('call-back-many-closed');
  await close();
}

async function mayBeContested({ windowOf, checks: facts }: Desk, orderId: string): Promise<void> {
  const unit = await windowOf('zjj-leader');
  await unit.page.goto(`/orders/${orderId}`);
  await unit.page.getByRole('button', { name: checksText.ask }).click();
  await unit.page.getByLabel(checksText.code).click();
  const offered = await unit.page.getByRole('option').allTextContents();
  await unit.look('contest-form');
  facts.that(
    'only fitting reasons are offered',
    offered.length > 0 && !offered.some(isX12),
    offered,
  );
  await unit.close();
}

const isX12 = (text: string): boolean => text.startsWith('X12');
