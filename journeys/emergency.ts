import { emergency, intake } from '@minsheng/contract';
import {
  boardText,
  emergencyText,
  endModeText,
  massText,
  openModeText,
} from '../console/src/features/emergency/text.ts';
import { inventedPhoneOf } from '../server/src/demo/invented.ts';
import { signIn } from '../stories/kit/person.ts';
import { fields, matterCode } from '../stories/manhole/scene.ts';
import type { Desk, Journey } from './kit/journey.ts';

const name = '“示例”台风应急联动';

/** 应急联动: a mode is opened, what is urgent goes out together, the board shows it, and it ends. */
export const emergencyJourney: Journey = {
  name: 'emergency',
  title: 'in an emergency many orders go to a prepared group and the board shows them',
  go: async (desk) => {
    await told(desk);
    await opened(desk);
    await sent(desk);
    await ended(desk);
  },
};

/** 待派单: somebody tells of it, so that there is something to send. */
async function told({ server }: Desk): Promise<void> {
  const agent = await signIn(server, 'agent');
  await agent.call(intake.createOrder, {
    content: '延安北路口的井盖被水冲开了,没有围挡。',
    title: '井盖被水冲开',
    type: 'QZ',
    matterCode,
    areaCode: '350602001000',
    address: '延安北路',
    fields,
    requester: { phone: inventedPhoneOf('emergency journey') },
    result: 'dispatch',
  });
}

async function opened({ windowOf }: Desk): Promise<void> {
  const { page, look, close } = await windowOf('director');
  await page.goto('/emergency');
  await page.getByRole('button', { name: openModeText.button }).click();
  const form = page.getByRole('dialog', { name: openModeText.button });
  await form.getByLabel(openModeText.name).fill(name);
  await form.getByRole('combobox', { name: openModeText.group }).click();
  await page.getByTitle('防台风联动组', { exact: true }).last().click();
  await form.getByLabel(openModeText.reason).fill('气象台发布台风红色预警');
  await look('emergency-open');
  await form.getByRole('button', { name: openModeText.button }).click();
  await page.getByText(boardText.nothing).first().waitFor();
  await close();
}

async function sent({ windowOf, checks, server }: Desk): Promise<void> {
  const { page, look, close } = await windowOf('dispatcher');
  await page.goto('/emergency?tab=send');
  await page.getByRole('combobox', { name: massText.earlier }).click();
  await page.getByTitle(massText.earlierOptions[72], { exact: true }).last().click();
  await page.getByRole('checkbox', { name: massText.every }).check();
  await page.getByRole('checkbox', { name: massText.all }).check();
  await look('emergency-send');
  await page.getByRole('button', { name: /批量派出/ }).click();
  await page
    .getByText(/已派出 \d+ 件/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: emergencyText.tabs.board, exact: true }).click();
  await page.getByRole('rowheader', { name: '漳州市应急管理局' }).first().waitFor();
  await look('emergency-board');
  const person = await signIn(server, 'dispatcher');
  const { rows } = await person.call(emergency.listModes, {});
  const modeId = rows.find((row) => row.name === name)?.id ?? '';
  const board = await person.call(emergency.readBoard, { modeId });
  checks.that('orders are sent in the mode', board.orders > 0, board);
  await close();
}

async function ended({ windowOf }: Desk): Promise<void> {
  const { page, close } = await windowOf('director');
  await page.goto('/emergency');
  await page.getByRole('button', { name: endModeText.button }).click();
  const form = page.getByRole('dialog', { name: endModeText.button });
  await form.getByLabel(endModeText.summary).fill('台风已过境,各单位处置完毕,转入常态。');
  await form.getByRole('button', { name: endModeText.button }).click();
  await page.getByText(emergencyText.ended).first().waitFor();
  await close();
}
