import type { Locator } from 'playwright-core';
import { frontLineText } from '../../citizen/src/features/front-line/text.ts';
import { twinsText } from '../../console/src/features/desk/text.ts';
import { photo } from '../../stories/kit/photo.ts';
import type { Desk } from '../kit/journey.ts';
import type { Told } from './told.ts';

const link = /验证码(\d{6})进入:\s*http\S+?(\/c\/f#t=[\w-]+)/;

/** 村居: link and code from the pretend SMS, then three buttons under the thumb: 接单, 到场, 完成. */
export async function workOnPhone(desk: Desk, told: Told): Promise<void> {
  const { checks } = desk;
  const { address, code } = await messageOf(desk, told);
  const { page, look, close } = await desk.window('phone');
  await page.goto(address);
  await page.getByLabel(frontLineText.link.code).fill(code);
  await look('front-line-code');
  const from = performance.now();
  await page.getByRole('button', { name: frontLineText.link.open }).click();
  await page.getByRole('button', { name: frontLineText.steps.sign, exact: true }).click();
  await page.getByText(frontLineText.steps.signDone).waitFor();
  await look('front-line-duty');

  await page.getByRole('button', { name: frontLineText.steps.arrive, exact: true }).click();
  await addPhoto(page.locator('.photos').first(), 2);
  await look('front-line-arrive');
  await page.getByRole('button', { name: frontLineText.arrive.send }).click();
  await page.getByText(frontLineText.steps.arriveDone).waitFor();

  await page.getByRole('button', { name: frontLineText.steps.finish, exact: true }).click();
  const { trueOptions, solvedOptions } = frontLineText.finish;
  await page.getByRole('radio', { name: trueOptions.true, exact: true }).check();
  await page.getByRole('radio', { name: solvedOptions.solved, exact: true }).check();
  for (const { label } of frontLineText.finish.starters.slice(2, 4))
    await page.getByRole('button', { name: label, exact: true }).click();
  await page.getByRole('button', { name: '人防' }).click();
  await page
    .getByLabel(frontLineText.finish.measureWhat('人防'))
    .fill('组织保洁员两人清运三车垃圾');
  const photos = page.locator('.photos');
  await addPhoto(photos.filter({ hasText: '整改前' }), 1);
  await addPhoto(photos.filter({ hasText: '整改后' }), 7);
  await look('front-line-finish');
  await page.getByRole('button', { name: frontLineText.finish.send, exact: true }).click();
  await page.getByText(frontLineText.steps.finishDone.done).waitFor();
  const seconds = Math.round((performance.now() - from) / 1000);
  checks.that(
    `the village has answered from its telephone (${seconds} s, pictures taken on the way)`,
    true,
  );
  // A worker knows no way back but the message: on the same phone it still leads to the task.
  await page.goto('about:blank');
  await page.goto(address);
  await page.getByText(frontLineText.steps.finished).first().waitFor();
  checks.that('the same message on the same telephone leads back to the task', true);
  await close();

  const again = await desk.window('phone');
  await again.page.goto(address);
  await again.page.getByLabel(frontLineText.link.code).fill(code);
  await again.page.getByRole('button', { name: frontLineText.link.open }).click();
  await again.page.getByText('链接无效或已使用').waitFor();
  checks.that('the link opens once', true);
  await again.close();
}

/** The only telephone of the demo: the page of pretend messages. */
async function messageOf(desk: Desk, told: Told): Promise<{ address: string; code: string }> {
  const { page, look, close } = await desk.windowOf('shift-lead');
  await page.goto('/twins');
  const list = page.getByRole('list', { name: twinsText.listLabel });
  const message = list
    .getByRole('listitem')
    .filter({ hasText: told.orderNo })
    .filter({ hasText: '/c/f#t=' });
  const [, code = '', address = ''] = link.exec(await message.first().innerText()) ?? [];
  desk.checks.that('the pretend SMS brings link and code', code !== '' && address !== '');
  await look('twins');
  await close();
  return { address, code };
}

async function addPhoto(place: Locator, shade: number): Promise<void> {
  const at = { lng: 117.43, lat: 23.7 };
  const buffer = photo({ takenAt: new Date('2026-05-20T08:00:00+08:00'), at, shade });
  await place
    .locator('input[type=file]')
    .setInputFiles({ name: '现场.jpg', mimeType: 'image/jpeg', buffer });
  await place.locator('.photo-tile.is-sent').first().waitFor();
}
