import { emergency, foresight, foresightSignals } from '@minsheng/contract';
import { warningsText } from '../console/src/features/emergency/text.ts';
import {
  forecastText,
  foresightText,
  signalsText,
  tellingText,
} from '../console/src/features/foresight/text.ts';
import { after } from '../stories/kit/clock.ts';
import { signIn } from '../stories/kit/person.ts';
import type { Desk, Journey } from './kit/journey.ts';

const source = '气象台暴雨红色预警信号(试走)';
const basis = '巡查所见,泵房有异响。';

/** 未诉先办: a warning is confirmed where it is seen, an order nobody asked for is opened, a notice approved. */
export const foresightJourney: Journey = {
  name: 'foresight',
  title: 'a warning waits for a person; what nobody asked for is worked and told of',
  go: async (desk) => {
    await warned(desk);
    await asked(desk);
    await told(desk);
  },
};

async function warned({ server, windowOf, checks }: Desk): Promise<void> {
  const analyst = await signIn(server, 'analyst');
  const now = new Date();
  await analyst.call(foresightSignals.enterSignal, {
    ...{ about: 'rainstorm', level: 'red', areas: ['350623'], source, words: '三小时一百毫米。' },
    ...{ fromAt: after(now, 10), untilAt: after(now, 300) },
  });
  const { page, look, close } = await windowOf('director');
  await page.goto('/emergency');
  await page.getByRole('link', { name: warningsText.decide }).click();
  const row = page.getByRole('listitem').filter({ hasText: source });
  await row.getByRole('button', { name: signalsText.confirm }).click();
  const form = page.getByRole('dialog', { name: signalsText.confirm });
  await form.getByRole('textbox').fill('已与气象台核实,按预案启用。');
  await form.getByRole('button', { name: signalsText.confirm }).click();
  await row.getByRole('link', { name: signalsText.mode }).waitFor();
  await look('foresight-signals');
  await close();
  const director = await signIn(server, 'director');
  const { rows } = await director.call(emergency.listModes, {});
  const mode = rows.find(({ reason }) => reason.includes(source));
  checks.that('the mode is open with its group', (mode?.units.length ?? 0) > 0, mode);
  const summary = '试走结束,恢复常态,工单按各自时限办理。';
  if (mode) await director.call(emergency.endMode, { modeId: mode.id, summary });
}

async function asked({ server, windowOf }: Desk): Promise<void> {
  const analyst = await signIn(server, 'analyst');
  await analyst.call(foresight.openProactive, {
    ...{ matterCode: '060101', areaCode: '350602001000', trigger: 'found', basis },
    content: '检查二次供水泵房,有异响的先检修。',
  });
  const { page, look, close } = await windowOf('analyst');
  await page.goto('/foresight?tab=orders');
  await page.getByText(basis).first().waitFor();
  await look('foresight-orders');
  await page.getByRole('link', { name: '检查二次供水泵房' }).first().click();
  await page.waitForURL('**/orders/**');
  // The list says it in other words.
  await page.getByText('不计入满意率和诉求量').waitFor();
  await look('foresight-order');
  await page.goto('/foresight');
  await page.getByRole('button', { name: forecastText.ask }).click();
  await page.getByRole('dialog', { name: forecastText.ask }).waitFor();
  await look('foresight-ask');
  await close();
}

async function told({ server, windowOf }: Desk): Promise<void> {
  const analyst = await signIn(server, 'analyst');
  await analyst.call(foresight.writeTelling, {
    ...{ areaCode: '350602001000', audience: 'residents', channel: 'poster' },
    words: '明天上午检修泵房,水压可能不稳,请提前储水。',
  });
  const { page, look, close } = await windowOf('director');
  await page.goto('/foresight?tab=notices');
  const row = page.getByRole('listitem').filter({ hasText: '明天上午检修泵房' });
  await row.getByRole('button', { name: tellingText.approve, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: tellingText.approve }).click();
  await row.getByRole('button', { name: tellingText.deliver }).click();
  const form = page.getByRole('dialog', { name: tellingText.deliver });
  await form.getByLabel(tellingText.receivers).fill('126');
  await form.getByLabel(tellingText.note).fill('张贴十二处');
  await form.getByRole('button', { name: tellingText.deliver }).click();
  await row.getByText(tellingText.reached(126)).waitFor();
  await page.getByRole('heading', { name: foresightText.title }).first().waitFor();
  await look('foresight-notices');
  await close();
}
