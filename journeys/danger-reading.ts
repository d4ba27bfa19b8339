import { appeals, desk as lists } from '@minsheng/contract';
import { formText, urgencyText } from '../console/src/features/intake/text.ts';
import { inventedPhoneOf } from '../server/src/demo/invented.ts';
import { signIn, visitor } from '../stories/kit/person.ts';
import type { Desk, Journey } from './kit/journey.ts';
import { soonThat } from './kit/soon.ts';

/** Somebody shut in a lift, in words no trigger knows. */
const told = '数字停在三楼就没再动,我和奶奶在里头按什么都不亮';
const kind = '有人困在电梯';

/** 识别建议: what reads like a danger is shown while typing and on the desk, and one press answers it. */
export const dangerReading: Journey = {
  name: 'danger-reading',
  title:
    'what no rule heard and reads like a danger is shown, with its words, and answered by one press',
  go: async (desk) => {
    await answered(desk);
    await waits(desk);
  },
};

async function answered({ checks, windowOf }: Desk): Promise<void> {
  const { page, look, close } = await windowOf('agent');
  await page.goto('/agent');
  const form = page.getByRole('region', { name: formText.title });
  await form.getByRole('textbox', { name: formText.content }).fill(told);
  const no = form.getByRole('button', { name: urgencyText.isNoDanger });
  await no.waitFor();
  await no.scrollIntoViewIfNeeded();
  await look('danger-proposed');
  await soonThat(
    checks,
    'the kind is named',
    () => form.innerText(),
    (shown) => shown.includes(kind),
  );
  await no.press('Enter');
  const reason = form.getByRole('textbox', { name: urgencyText.reason });
  await soonThat(
    checks,
    'one press says it is none, and why',
    () => reason.inputValue(),
    (value) => value === urgencyText.saidNoDanger,
  );
  await look('danger-declined');
  await close();
}

async function waits({ server, checks, windowOf }: Desk): Promise<void> {
  const sent = await visitor(server.url).call(appeals.sendAppeal, {
    content: told,
    address: '胜利路',
    phone: inventedPhoneOf('danger reading'),
    noticeRead: true,
  });
  const agent = await signIn(server, 'agent');
  const { rows } = await agent.call(lists.deskOrders, { desk: 'to-accept' });
  const row = rows.find(({ orderNo }) => orderNo === sent.orderNo);
  checks.that('it is urgent while nobody has decided', row?.urgency === 'U2');
  const { page, look, close } = await windowOf('agent');
  await page.goto(`/orders/${row?.id}`);
  await page.getByText(kind).first().waitFor();
  await look('danger-why-urgent');
  checks.that('the page says where the urgency comes from', true);
  await close();
}
