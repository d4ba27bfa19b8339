import { meetings, taskStateLabel, tasks } from '@minsheng/contract';
import type { Locator, Page } from 'playwright-core';
import { meetingsText } from '../console/src/features/meetings/text.ts';
import { tasksText } from '../console/src/features/tasks/text.ts';
import { type Person, signIn } from '../stories/kit/person.ts';
import { nowAt, workingDay } from './kit/days.ts';
import type { Desk, Journey } from './kit/journey.ts';

const housing = '350600.zjj';
const title = '排查城区缺失井盖';

/** 任务与会议: a leader's note becomes a task, done and confirmed; a meeting's decision becomes one too. */
export const tasksAndMeetings: Journey = {
  name: 'tasks',
  title: 'a task is given, done and confirmed; a meeting decides one',
  go: async (desk) => {
    const reviewer = await signIn(desk.server, 'reviewer');
    const day = workingDay(await nowAt(desk.server.url));
    await given(desk, day);
    await done(desk);
    await confirmed(desk, reviewer);
    await met(desk, reviewer, day);
  },
};

async function choose(page: Page, box: Locator, words: string): Promise<void> {
  await box.click();
  await box.fill(words);
  await page.getByRole('option', { name: words }).first().waitFor({ state: 'attached' });
  await box.press('Enter');
}

async function given({ windowOf }: Desk, finishOn: string): Promise<void> {
  const { page, look, close } = await windowOf('director');
  const words = tasksText.give;
  await page.goto('/tasks');
  await page.getByText(tasksText.empty.ours).first().waitFor();
  await page.getByRole('button', { name: words.button }).click();
  const form = page.getByRole('dialog', { name: words.button });
  await form.getByRole('combobox', { name: words.kind }).click();
  await page.getByTitle('领导批示', { exact: true }).last().click();
  await form.getByLabel(words.leader).fill('市政府分管领导');
  await form.getByLabel(words.note).fill('请住建部门限期排查,消除隐患。');
  await form.getByLabel(words.title).fill(title);
  await form.getByLabel(words.wanted).fill('逐街排查,缺失的当天补齐,附整改前后照片。');
  await choose(page, form.getByRole('combobox', { name: words.unit }), '漳州市住房和城乡建设局');
  const day = form.getByLabel(tasksText.limit.on);
  await day.fill(finishOn);
  await day.press('Enter');
  await look('task-form');
  await form.getByRole('button', { name: words.button }).click();
  await page.getByRole('heading', { name: title }).waitFor();
  await look('task-given');
  await close();
}

async function done({ windowOf }: Desk): Promise<void> {
  const { page, look, close } = await windowOf('zjj-liaison');
  await page.goto('/tasks');
  await page.getByRole('button', { name: new RegExp(title) }).click();
  await page.getByRole('button', { name: tasksText.accept, exact: true }).click();
  await page.getByRole('button', { name: tasksText.claim }).click();
  const form = page.getByRole('dialog', { name: tasksText.claim });
  await form.getByLabel(tasksText.claimWords).fill('已排查 32 条街,补齐井盖 5 处。');
  await look('task-claim');
  await form.getByRole('button', { name: tasksText.claim }).click();
  await page.getByText(taskStateLabel.claimed).first().waitFor();
  await close();
}

async function confirmed({ windowOf, checks }: Desk, reviewer: Person): Promise<void> {
  const { page, look, close } = await windowOf('reviewer');
  await page.goto('/tasks?tab=to-confirm');
  await page.getByRole('button', { name: new RegExp(title) }).click();
  await look('task-to-confirm');
  await page.getByRole('button', { name: tasksText.confirm }).click();
  await page.getByText(tasksText.confirmDone).first().waitFor();
  const { rows } = await reviewer.call(tasks.listTasks, { box: 'all' });
  const states = rows.filter((row) => row.title === title).map(({ state }) => state);
  checks.same('the task is confirmed by somebody else', states, ['confirmed']);
  await close();
}

async function met(
  { windowOf, checks, server }: Desk,
  reviewer: Person,
  finishOn: string,
): Promise<void> {
  const { meetingId } = await reviewer.call(meetings.planMeeting, {
    title: '城区井盖整治协调会',
    place: '热线中心三楼',
    startsAt: await nowAt(server.url),
    agenda: [{ title: '井盖由谁巡查、由谁补' }],
    units: [housing, '350600.cgj'],
  });
  const writer = await windowOf('reviewer');
  await held(writer.page, meetingId);
  await writer.look('meeting-held');
  await minuted(writer.page, finishOn);
  await writer.look('meeting-written');
  await writer.close();

  const { page, look, close } = await windowOf('director');
  await page.goto(`/meetings?meeting=${meetingId}`);
  await page.getByRole('button', { name: meetingsText.sign }).click();
  const sure = page.getByRole('dialog', { name: meetingsText.sign });
  await sure.getByRole('button', { name: meetingsText.sign }).click();
  await page.getByText(meetingsText.signed(1)).first().waitFor();
  await page.getByRole('link', { name: meetingsText.openTask }).waitFor();
  await look('meeting-minuted');
  const { minutes } = await reviewer.call(meetings.readMeeting, { meetingId });
  checks.that('its decision is a task', minutes?.decisions[0]?.taskId !== null, minutes);
  const print = page.getByRole('link', { name: meetingsText.print });
  await page.goto((await print.getAttribute('href')) ?? '');
  await page.getByText('三、议定事项').first().waitFor();
  await close();
}

async function held(page: Page, meetingId: string): Promise<void> {
  await page.goto(`/meetings?meeting=${meetingId}`);
  await page.getByRole('button', { name: meetingsText.hold }).click();
  const form = page.getByRole('dialog', { name: meetingsText.hold });
  const who = form.getByLabel(meetingsText.who);
  await who.first().fill('市政科科长');
  await form.getByText('缺席', { exact: true }).last().click();
  await form.getByLabel(meetingsText.why).fill('另有防汛会议');
  await form.getByRole('button', { name: meetingsText.hold }).click();
  await page.getByText(meetingsText.came(1, 2)).first().waitFor();
}

async function minuted(page: Page, finishOn: string): Promise<void> {
  await page.getByRole('button', { name: meetingsText.write }).click();
  const form = page.getByRole('dialog', { name: meetingsText.write });
  await form.getByLabel(meetingsText.record).fill('会议听取了各单位意见,明确了巡查和补装的分工。');
  await form.getByRole('button', { name: meetingsText.addDecision }).click();
  await form.getByLabel(meetingsText.decisionWords).fill('建立巡查台账,缺失井盖当天补齐。');
  const unit = form.getByRole('combobox', { name: meetingsText.decisionUnit });
  await choose(page, unit, '漳州市住房和城乡建设局');
  const day = form.getByLabel(meetingsText.decisionOn);
  await day.fill(finishOn);
  await day.press('Enter');
  await form.getByRole('button', { name: meetingsText.write }).click();
  await page.getByText(meetingsText.unsigned).first().waitFor();
}
