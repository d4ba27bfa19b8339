import { intake, letterStateLabel, letters, nodes } from '@minsheng/contract';
import { lettersText } from '../console/src/features/letters/text.ts';
import { boardText, watchText, zeroText } from '../console/src/features/nodes/text.ts';
import { inventedPhoneOf } from '../server/src/demo/invented.ts';
import { signIn } from '../stories/kit/person.ts';
import { nowAt } from './kit/days.ts';
import type { Desk, Journey } from './kit/journey.ts';

const node = '花果文化节(示例)';
const object = '示例景区观光车';
const county = '350626000000';

/** 重要节点: an object is watched, its zero is asked for and broken, and the county signs for the letter about it. */
export const nodesJourney: Journey = {
  name: 'nodes',
  title: 'a key date: its watched object, the letter to the county, the board of its window',
  go: async (desk) => {
    const nodeId = await prepared(desk);
    await asked(desk, nodeId);
    await drafted(desk, nodeId);
    await signedFor(desk, await sent(desk));
  },
};

async function prepared({ server }: Desk): Promise<string> {
  const [agent, analyst] = await Promise.all([signIn(server, 'agent'), signIn(server, 'analyst')]);
  const today = (await nowAt(server.url)).slice(0, 10);
  const { nodeId } = await analyst.call(nodes.addNode, {
    ...{ name: node, family: 'event', areas: [], matters: [], first: today, last: today },
    ...{ daysBefore: 1, daysAfter: 1 },
  });
  await analyst.call(nodes.acceptCandidate, {
    ...{ nodeId, name: object, names: ['示例景区'], things: ['观光车'], aliases: ['小火车'] },
    ...{ areaCode: county, reason: '游客集中,往年多有排队久的反映。' },
  });
  await agent.call(intake.createOrder, {
    content: '示例景区的观光车排了一个小时还没坐上,班次太少。',
    type: 'TS',
    matterCode: '120102',
    areaCode: county,
    fields: { cart_problem: 'few' },
    requester: { phone: inventedPhoneOf('node journey') },
    anonymous: false,
    secrecy: 0,
    result: 'dispatch',
  });
  return nodeId;
}

async function asked({ windowOf, checks }: Desk, nodeId: string): Promise<void> {
  const { page, look, close } = await windowOf('analyst');
  await page.goto('/nodes');
  await page.getByRole('button', { name: new RegExp(node.slice(0, 5)) }).click();
  await page.getByRole('button', { name: zeroText.run, exact: true }).click();
  await page.getByText(zeroText.breaks(1)).first().waitFor();
  checks.that('one complaint breaks the zero, and is listed', true);
  await look('node-watch');
  await page.goto(`/nodes?node=${nodeId}&tab=board`);
  await page.getByText(boardText.together(1, 1, 0)).waitFor();
  await look('node-board');
  await close();
}

async function drafted({ windowOf, checks }: Desk, nodeId: string): Promise<void> {
  const { page, look, close } = await windowOf('analyst');
  await page.goto(`/nodes?node=${nodeId}&tab=watches`);
  await page.getByRole('button', { name: watchText.letter.draft }).click();
  const form = page.getByRole('dialog', { name: watchText.letter.draft });
  const problem = form.getByLabel(watchText.letter.slots.problem);
  await problem.fill('往年节会期间排队久、班次少的反映集中。');
  await look('node-letter-draft');
  await form.getByRole('button', { name: watchText.letter.draft }).click();
  await page.getByRole('link', { name: new RegExp(letterStateLabel.draft) }).waitFor();
  checks.that('a letter is drafted with what the machine counted', true);
  await page.setViewportSize({ width: 390, height: 844 });
  await look('node-phone');
  await close();
}

/** Approved by the director and sent: the letters' own journey clicks through that. */
async function sent({ server }: Desk): Promise<string> {
  const [analyst, director] = await Promise.all([
    signIn(server, 'analyst'),
    signIn(server, 'director'),
  ]);
  const { rows } = await analyst.call(letters.listLetters, { box: 'open' });
  const [drawn] = rows.filter(({ title }) => title.includes(object));
  if (!drawn) throw new Error('No letter about the object was drafted.');
  const letterId = drawn.id;
  await director.call(letters.approveLetter, { letterId });
  await analyst.call(letters.sendLetter, { letterId });
  return letterId;
}

async function signedFor({ windowOf, checks }: Desk, letterId: string): Promise<void> {
  const { page, look, close } = await windowOf('county');
  await page.goto(`/letters?tab=received&letter=${letterId}`);
  await page.getByRole('button', { name: lettersText.sign, exact: true }).click();
  await page.getByRole('button', { name: lettersText.answer, exact: true }).waitFor();
  checks.that('the county signs for it', true);
  await look('node-letter-county');
  await page.goto(`/api/letters/${letterId}/print`);
  await page.getByText(object).first().waitFor();
  await look('node-letter-print');
  await close();
}
