import { exchange, intake, linkage, mediationResultLabel, meetings } from '@minsheng/contract';
import { consultText } from '../console/src/features/linkage/text.ts';
import { mediationText } from '../console/src/features/orders/linkage-text.ts';
import { inventedPhoneOf } from '../server/src/demo/invented.ts';
import { listen, otherSide, receiptFor } from '../server/test/exchange/other-side.ts';
import { signIn } from '../stories/kit/person.ts';
import { fields, matterCode } from '../stories/manhole/scene.ts';
import { nowAt, workingDay } from './kit/days.ts';
import type { Desk, Journey } from './kit/journey.ts';

const place = '热线中心三楼';
const owner = '350600.zjj';
const decisionWords = '核实工资总额,月底前督促补发。';

/** 联合调解与会商: what both lines have in hand is mediated, and its consultation decides who does what. */
export const linkageTogether: Journey = {
  name: 'linkage-together',
  title: 'both lines mediate and consult; what is decided has an owner',
  go: async (desk) => {
    const side = otherSide('police-journey');
    const peer = await listen(side, receiptFor);
    try {
      const { orderId, orderNo } = await linked(desk, { ...side, url: peer.url });
      await mediated(desk, orderId);
      const meetingId = await planned(desk, orderNo);
      await decided(desk, meetingId);
      await listed(desk);
    } finally {
      await peer.stop();
    }
  },
};

interface Line {
  readonly code: string;
  readonly ownCode: string;
  readonly secret: string;
  readonly url: string;
}

/** An order of which a clue went to 110. */
async function linked({ server }: Desk, { url: baseUrl, ...keys }: Line) {
  const admin = await signIn(server, 'admin');
  await admin.call(exchange.addPeer, {
    ...{ ...keys, baseUrl, name: '示例110', adapter: 'police-110', scheme: 'hmac-sha256' },
  });
  const agent = await signIn(server, 'agent');
  const order = await agent.call(intake.createOrder, {
    ...{ content: '工地几十人聚在一起讨要工钱,情绪激动。', title: '工地聚集讨要工钱', type: 'QZ' },
    ...{ matterCode, fields, areaCode: '350602001000', address: '示例工地', result: 'dispatch' },
    requester: { phone: inventedPhoneOf('linkage journey') },
  });
  const { orderId } = order;
  await agent.call(linkage.reportClue, { orderId, words: '工人聚集讨薪', risk: 'high' });
  return order;
}

async function mediated({ windowOf }: Desk, orderId: string): Promise<void> {
  const { page, look, close } = await windowOf('shift-lead');
  await page.goto(`/orders/${orderId}`);
  await page.getByRole('button', { name: mediationText.record }).click();
  const form = page.getByRole('dialog', { name: mediationText.record });
  await form.getByLabel(mediationText.place).fill('派出所调解室');
  await form.getByLabel(mediationText.ours).fill('热线中心法务岗');
  await form.getByLabel(mediationText.theirs).fill('派出所调解民警岗');
  await form.getByLabel(mediationText.words).fill('双方同意月底前补发工资,分两次付清。');
  await look('mediation-form');
  await form.getByRole('button', { name: mediationText.record }).click();
  await page.getByText(`${mediationText.title}:${mediationResultLabel.agreed}`).first().waitFor();
  await look('mediation');
  await close();
}

async function planned({ windowOf, server, checks }: Desk, orderNo: string): Promise<string> {
  const { page, look, close } = await windowOf('shift-lead');
  await page.goto('/linkage');
  await page.getByRole('checkbox', { name: new RegExp(orderNo) }).check();
  await page.getByRole('button', { name: consultText.plan(1) }).click();
  const form = page.getByRole('dialog', { name: consultText.plan(1) });
  const startsAt = form.getByLabel(consultText.startsAt);
  await startsAt.fill(`${workingDay(await nowAt(server.url))} 09:30`);
  await startsAt.press('Enter');
  await form.getByLabel(consultText.place).fill(place);
  const units = form.getByRole('combobox', { name: consultText.units });
  await units.click();
  await units.fill('漳州市住房和城乡建设局');
  await page
    .getByRole('option', { name: '漳州市住房和城乡建设局' })
    .first()
    .waitFor({ state: 'attached' });
  await units.press('Enter');
  await look('consultation-form');
  await form.getByRole('button', { name: consultText.plan(1) }).click();
  await page.getByText(consultText.decisions(0, 0)).first().waitFor();
  await look('consultation-planned');
  await close();
  const lead = await signIn(server, 'shift-lead');
  const { rows } = await lead.call(linkage.listConsultations, {});
  checks.same(
    'it is planned',
    rows.map(({ state }) => state),
    ['planned'],
  );
  return rows[0]?.meetingId ?? '';
}

/** The screens of a meeting have a journey of their own. */
async function decided({ server }: Desk, meetingId: string): Promise<void> {
  const lead = await signIn(server, 'shift-lead');
  const director = await signIn(server, 'director');
  const attendance = [{ unit: owner, came: 'came', who: '分管负责人', reason: '' } as const];
  await lead.call(meetings.moveMeeting, { meetingId, startsAt: await nowAt(server.url), place });
  await lead.call(meetings.holdMeeting, { meetingId, attendance });
  const decision = {
    words: decisionWords,
    unit: owner,
    finishOn: workingDay(await nowAt(server.url)),
  };
  await lead.call(meetings.writeMinutes, {
    meetingId,
    record: '双方听取了情况,商定了分工和时限。',
    decisions: [{ ...decision, agendaNo: 1 }],
  });
  await director.call(meetings.signMinutes, { meetingId });
}

/** What was decided stays listed with its owner until it is done. */
async function listed({ windowOf }: Desk): Promise<void> {
  const { page, look, close } = await windowOf('shift-lead');
  await page.goto('/linkage');
  await page.getByText(consultText.decisions(1, 1)).first().waitFor();
  await page
    .getByText(/漳州市住房和城乡建设局.*前完成/)
    .first()
    .waitFor();
  await look('consultation-decided');
  await close();
}
