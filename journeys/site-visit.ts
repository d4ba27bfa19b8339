import { visits } from '@minsheng/contract';
import type { Page } from 'playwright-core';
import { visitsText } from '../citizen/src/features/front-line/visits/text.ts';
import { visitsText as deskText } from '../console/src/features/visits/text.ts';
import { signIn } from '../stories/kit/person.ts';
import type { Desk, Journey } from './kit/journey.ts';
import { soon } from './kit/soon.ts';

const place = '示例路 8 号路口';
const findings = '路面仍有两处坑洞,没有围挡。';

/** 现场核查: taken along, filled in where there is no net, reloaded there, and sent once when it is back. */
export const siteVisit: Journey = {
  name: 'site-visit',
  title: 'a site visit is made without net and arrives once',
  go: async (desk) => {
    const reviewer = await signIn(desk.server, 'reviewer');
    const { visitId } = await reviewer.call(visits.askVisit, {
      purpose: 'spot-check',
      checklist: 'road',
      visitorUnit: '350600.sthj',
      place,
      point: { lng: 117.6536, lat: 24.5109 },
      what: '看路面坑洞是否补好,有没有围挡。',
      visitBy: '2099-12-31',
    });
    await goThere(desk);
    const seen = await reviewer.call(visits.readVisit, { visitId });
    const { checks } = desk;
    checks.same('it arrived, with its result', [seen.state, seen.outcome], ['done', 'not-fixed']);
    checks.same('each photo arrived once', seen.photos.map(({ itemCode }) => itemCode).toSorted(), [
      'repaired',
      'scene',
    ]);
    checks.that(
      'with the position of the phone, and before it was sent',
      seen.photos.every(({ point, takenAt, sentAt }) => point !== null && takenAt < sentAt),
      seen.photos,
    );
    await readAtTheDesk(desk, visitId);
  },
};

/** The centre reads what was found, and can send somebody again. */
async function readAtTheDesk({ windowOf, checks }: Desk, visitId: string): Promise<void> {
  const { page, look, close } = await windowOf('reviewer');
  await page.goto(`/visits?tab=done&visit=${visitId}`);
  await page.getByText(findings).first().waitFor();
  await page.getByText('误差约 8 米').first().waitFor();
  await soon(checks, 'photos open', () => page.locator('.visit-photos img').count(), 2);
  await page.locator('.visit-photos img').first().scrollIntoViewIfNeeded();
  await look('visit-read-at-the-desk');
  await page.getByRole('button', { name: deskText.ask.button }).click();
  await page.getByRole('dialog').getByLabel(deskText.ask.what).waitFor();
  await look('visit-asked-for');
  await close();
}

async function goThere({ windowOf, checks }: Desk): Promise<void> {
  const phone = await windowOf('sthj-liaison', 'phone');
  const { page, context } = phone;
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ longitude: 117.65361, latitude: 24.51092, accuracy: 8 });
  await page.goto('/c/f');
  await page.getByRole('link', { name: visitsText.title }).click();
  await page.getByText(place).first().waitFor();
  await page.getByText(visitsText.kept).first().waitFor();
  await phone.look('visits-on-the-phone');
  await partsAreKept(page);

  await context.setOffline(true);
  await page.reload();
  await page.getByText(visitsText.offline).first().waitFor();
  checks.that('the list opens without net', true);
  await page.getByText(place).click();
  await page.getByRole('button', { name: visitsText.begin }).click();
  await fillIn(page);
  await phone.look('visit-filled-in-offline');
  await page.reload();
  await page.getByText(findings).first().waitFor();
  await soon(
    checks,
    'photos survive a reload without net',
    () => page.locator('.photo-mark').count(),
    2,
  );
  await page.getByRole('button', { name: visitsText.finish }).click();
  await page.getByText(visitsText.finishedWaiting).first().waitFor();
  checks.that('finished without net, it waits', true);

  await context.setOffline(false);
  await page.getByText(visitsText.finishedSent).first().waitFor();
  await phone.look('visit-arrived');
  await phone.close();
}

/** The parts of the page lie on the phone. */
const partsAreKept = (page: Page) =>
  page.waitForFunction(
    "caches.open('minsheng-front-line-1').then(async (cache) => (await cache.keys()).length > 2)",
  );

async function fillIn(page: Page): Promise<void> {
  await takePhoto(page, 0);
  await page
    .getByRole('group', { name: '损坏处已经修好' })
    .getByRole('radio', { name: visitsText.no })
    .check();
  await takePhoto(page, 1);
  await page.getByRole('textbox', { name: '仍然损坏的面积' }).fill('1.5');
  await page
    .getByRole('group', { name: visitsText.outcome })
    .getByRole('radio', { name: '未解决' })
    .check();
  await page.getByRole('textbox', { name: visitsText.findings }).fill(findings);
  await page.getByRole('heading', { name: visitsText.items }).click();
}

async function takePhoto(page: Page, nth: number): Promise<void> {
  const before = await page.locator('.photo-mark').count();
  const input = page.locator('input[type=file]').nth(nth);
  await input.setInputFiles({
    name: 'scene.png',
    mimeType: 'image/png',
    buffer: Buffer.from(await drawnPicture(page), 'base64'),
  });
  await page.locator('.photo-mark').nth(before).waitFor();
}

/** Something like a road, so that the caption can be judged on it. */
const drawnPicture = (page: Page): Promise<string> =>
  page.evaluate<string>(`(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 1200; canvas.height = 900;
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#9cc3e6'; pen.fillRect(0, 0, 1200, 400);
    pen.fillStyle = '#777'; pen.fillRect(0, 400, 1200, 500);
    pen.fillStyle = '#333'; pen.beginPath(); pen.ellipse(500, 650, 160, 60, 0, 0, 7); pen.fill();
    return canvas.toDataURL('image/png').split(',')[1];
  })()`);
