import { appeals, desk as desks, dispatch, handling, intake, orders } from '@minsheng/contract';
import { trackText } from '../citizen/src/features/track/text.ts';
import { mergingText } from '../console/src/ui/merging/text.ts';
import { inventedPhoneOf } from '../server/src/demo/invented.ts';
import { type Person, signIn, visitor } from '../stories/kit/person.ts';
import { photo } from '../stories/kit/photo.ts';
import type { Desk, Journey } from './kit/journey.ts';

const answer = '您好,示例路口的路灯线路已经修复,当晚恢复照明,感谢您的反映。';

/** 并单: two people, one street lamp; the answer to one is read by both, each by their own number. */
export const merging: Journey = {
  name: 'merging',
  title: 'two orders are handled together, and both people read the answer',
  go: async (desk) => {
    const [agent, dispatcher, housing, reviewer] = await Promise.all([
      signIn(desk.server, 'agent'),
      signIn(desk.server, 'dispatcher'),
      signIn(desk.server, 'zjj-handler'),
      signIn(desk.server, 'reviewer'),
    ]);
    const master = await told(desk, agent, '示例路口的路灯坏了三天,晚上很暗,请尽快修。');
    const other = await told(desk, agent, '示例路口晚上没有路灯,老人摔过跤,请来修路灯。');
    const sent = await dispatcher.call(dispatch.send, { orderId: master.id, lead: '350600.zjj' });
    await joined(desk, master, other);
    await answered(housing, master.id, sent.assignments[0]?.id ?? '');
    await reviewer.call(handling.approveReply, { orderId: master.id });
    for (const one of [master, other]) await read(desk, one);
    const page = await dispatcher.call(orders.orderPage, { orderId: other.id });
    desk.checks.same('each is called back for themselves', page.status, 'call-back');
  },
};

interface Told {
  id: string;
  orderNo: string;
  code: string;
}

async function told({ server }: Desk, agent: Person, content: string): Promise<Told> {
  const sent = await visitor(server.url).call(appeals.sendAppeal, {
    content,
    areaCode: '350602001000',
    address: '示例路口',
    phone: inventedPhoneOf(content),
    noticeRead: true,
  });
  const { rows } = await agent.call(desks.deskOrders, { desk: 'to-accept' });
  const id = rows.find(({ orderNo }) => orderNo === sent.orderNo)?.id ?? '';
  await agent.call(intake.acceptWaiting, {
    orderId: id,
    type: 'QZ',
    matterCode: '010105',
    areaCode: '350602001000',
    title: content.slice(0, 12),
    fields: { road_name: '示例路口', lamp_problem: 'off' },
    result: 'dispatch',
  });
  return { id, orderNo: sent.orderNo, code: sent.queryCode };
}

async function joined({ windowOf }: Desk, master: Told, other: Told): Promise<void> {
  const { page, look, close } = await windowOf('dispatcher');
  await page.goto(`/orders/${other.id}`);
  const panel = page.getByRole('region', { name: mergingText.title });
  await panel.getByRole('button', { name: mergingText.into }).click();
  const form = page.getByRole('dialog', { name: mergingText.into });
  const box = form.getByRole('combobox', { name: mergingText.intoField });
  await box.click();
  await box.fill(master.orderNo);
  await page.locator('.ant-select-item-option').filter({ hasText: master.orderNo }).click();
  await form.getByLabel(mergingText.reason).fill('同一个路口的同一盏路灯。');
  await look('merging-form');
  await form.getByRole('button', { name: mergingText.into }).click();
  await panel.getByRole('link', { name: master.orderNo }).waitFor();
  await look('merged-order');
  await panel.getByRole('link', { name: master.orderNo }).click();
  await page.getByText(mergingText.members(1, 2)).waitFor();
  await look('merging-master');
  await close();
}

async function answered(housing: Person, orderId: string, assignmentId: string): Promise<void> {
  const key = { orderId, assignmentId };
  await housing.call(handling.sign, key);
  await housing.call(handling.contact, { ...key, reached: true, note: '' });
  const [before, after] = await Promise.all([
    sentBy(housing, 'before', 2),
    sentBy(housing, 'after', 6),
  ]);
  await housing.call(handling.submit, {
    ...key,
    evidence: [before, after],
    measures: [{ kind: 'things', what: '更换老化线路' }],
    isTrue: 'true',
    isSolved: 'solved',
    process: '到现场查看,线路老化,已更换并恢复照明。',
    publicAnswer: answer,
  });
}

/** A photo of before or after the repair. */
async function sentBy(housing: Person, code: 'before' | 'after', shade: number) {
  const at = { lng: 117.6536, lat: 24.5109 };
  const takenAt = new Date('2026-05-20T08:00:00+08:00');
  return { code, fileId: await housing.upload(photo({ takenAt, at, shade }), code) };
}

async function read({ window, checks }: Desk, { orderNo, code }: Told): Promise<void> {
  const { page, look, close } = await window('phone');
  await page.goto('/c/#/track');
  await page.getByLabel(trackText.orderNo).fill(orderNo);
  await page.getByLabel(trackText.code).fill(code);
  await page.getByRole('button', { name: trackText.look }).click();
  await page.getByText(answer).waitFor();
  await look('merging-read-by-citizen');
  checks.that(`${orderNo} reads the answer`, true);
  await close();
}
