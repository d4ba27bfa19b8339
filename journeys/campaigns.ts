import { campaigns, entryStateLabel, intake } from '@minsheng/contract';
import { campaignsText, entryText, funnelText } from '../console/src/features/campaigns/text.ts';
import { inventedPhoneOf } from '../server/src/demo/invented.ts';
import { signIn } from '../stories/kit/person.ts';
import { nowAt } from './kit/days.ts';
import type { Desk, Journey } from './kit/journey.ts';

const title = '养殖污染专项整治';
const reason = '现场看过,属实。';
const publicWords = '本季度集中整治养殖污染。';

/** 一季一专题: a problem on the list is moved on, the funnel follows, and anybody reads what was signed. */
export const campaignsJourney: Journey = {
  name: 'campaigns',
  title: 'a campaign is followed from its list to the public page',
  go: async (desk) => {
    await opened(desk);
    await moved(desk);
    await read(desk);
  },
};

async function opened({ server }: Desk): Promise<void> {
  const [agent, analyst, director] = await Promise.all([
    signIn(server, 'agent'),
    signIn(server, 'analyst'),
    signIn(server, 'director'),
  ]);
  const { orderId } = await agent.call(intake.createOrder, {
    content: '村口养鸡场的鸡粪直接排进水沟,臭味很大。',
    type: 'QZ',
    matterCode: '020103',
    areaCode: '350626100001',
    fields: { committee_stage: 'none' },
    requester: { phone: inventedPhoneOf('campaign journey') },
    anonymous: false,
    secrecy: 0,
    result: 'dispatch',
  });
  const today = (await nowAt(server.url)).slice(0, 10);
  const { campaignId } = await director.call(campaigns.openCampaign, {
    kind: 'season',
    title,
    theme: '生态保护',
    year: Number(today.slice(0, 4)),
    quarter: 1,
    from: today,
    to: today,
    why: '反映集中,可以一起解决。',
    terms: ['养鸡场'],
  });
  const name = '村口养鸡场';
  await analyst.call(campaigns.newEntry, { campaignId, name, orderIds: [orderId], reason });
  const text = { campaignId, title, words: publicWords };
  const { textId } = await analyst.call(campaigns.writePublicText, text);
  await director.call(campaigns.signPublicText, { textId });
}

async function moved({ windowOf, checks }: Desk): Promise<void> {
  const { page, look, close } = await windowOf('analyst');
  await page.goto('/campaigns');
  await page.getByRole('button', { name: title }).click();
  const list = page.getByRole('list', { name: entryText.list });
  await list.getByRole('button', { name: /村口养鸡场/ }).click();
  const label = `${entryText.moveTo}${entryStateLabel.inspected}`;
  await page.getByRole('button', { name: label }).click();
  const form = page.getByRole('dialog', { name: label });
  await form.getByRole('textbox').fill(reason);
  await form.getByRole('button', { name: label }).click();
  await page.getByText(reason).first().waitFor();
  await page.getByText(funnelText.addsUp).first().waitFor();
  checks.that('the problem was looked at, and the funnel adds up', true);
  await look('campaign-open');
  await page.getByRole('button', { name: campaignsText.parts.force }).click();
  await look('campaign-force');
  await close();
}

async function read({ window, checks }: Desk): Promise<void> {
  const { page, look, close } = await window('phone');
  await page.goto('/c/#/campaigns');
  await page.getByText(publicWords).first().waitFor();
  checks.that('anybody reads what was signed', true);
  await look('campaigns-public');
  await close();
}
