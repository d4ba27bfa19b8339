import { actionText, handlingText, replyText } from '../../console/src/features/handling/text.ts';
import { uiText } from '../../console/src/ui/text.ts';
import type { Window } from '../kit/browser.ts';
import type { Desk } from '../kit/journey.ts';
import { soon } from '../kit/soon.ts';
import { openDuty, township } from './passed-down.ts';
import type { Told } from './told.ts';

export const publicAnswer =
  '您反映的村口空地垃圾已清运完毕,共三车;地面已平整,村里安排了每周巡查,请您放心。';

/** 乡镇 and 县区 hand in upwards; what the village has shown is not asked for twice. */
export async function handUp(desk: Desk, told: Told): Promise<void> {
  const town = await desk.windowOf('township');
  await openDuty(town, told, 'unit-working', township);
  await fillReply(desk, town);
  await town.page.getByRole('alert').getByText(replyText.submitted.done).waitFor();
  desk.checks.that('the township has handed in its part', true);
  await town.close();

  const county = await desk.windowOf('county');
  await openDuty(county, told, 'unit-working', '主办');
  await contact(county);
  await fillReply(desk, county);
  await county.page.getByRole('alert').getByText(replyText.submitted.submitted).waitFor();
  desk.checks.that('the county answers for all of them', true);
  await county.page.getByRole('button', { name: handlingText.tab['unit-submitted'] }).click();
  await county.page
    .getByRole('list', { name: handlingText.listLabel })
    .getByText(told.orderNo)
    .first()
    .waitFor();
  await county.look('unit-submitted');
  await county.close();
}

async function contact({ page }: Window): Promise<void> {
  await page.getByRole('button', { name: actionText.contact }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText(actionText.reachedYes, { exact: true }).click();
  await drawer.getByRole('button', { name: uiText.submit }).click();
  await page.getByText(actionText.contactDone).first().waitFor();
}

async function fillReply({ checks }: Desk, { page, look }: Window): Promise<void> {
  const form = page.getByRole('region', { name: replyText.title });
  await form.getByText(replyText.trueWords.true, { exact: true }).click();
  await form.getByText(replyText.solvedWords.solved, { exact: true }).click();
  await form.getByLabel(replyText.publicAnswer).fill(publicAnswer);
  await form
    .getByLabel(replyText.process)
    .fill('村里组织保洁员清运,镇里现场核实,县分中心电话回访属实。');
  await form.getByRole('button', { name: replyText.addMeasure }).click();
  await form.getByLabel(replyText.measureWhat).fill('组织清运并安排每周巡查');
  await page.reload();
  const kept = () => form.getByLabel(replyText.publicAnswer).inputValue();
  await soon(checks, 'a reload keeps the half-written reply', kept, publicAnswer);
  await look('unit-reply');
  await form.getByRole('button', { name: replyText.submit, exact: true }).click();
}
