import { appeals, intake, desk as lists } from '@minsheng/contract';
import { dispatchText } from '../console/src/features/dispatch/text.ts';
import { formText, placeSuggestText } from '../console/src/features/intake/text.ts';
import { inventedPhoneOf } from '../server/src/demo/invented.ts';
import { signIn, visitor } from '../stories/kit/person.ts';
import { fields, matterCode } from '../stories/manhole/scene.ts';
import type { Desk, Journey } from './kit/journey.ts';
import { soon, soonThat } from './kit/soon.ts';

const told = '芗城区东铺头街道胜利西路12号锦绣花园旁,鑫隆养鸡场晚上排污水,气味很大。';
const wrongly = '东山县西埔镇示例路的井盖松了,车一过就响,请来修。';

/** 地点: the agent takes over what the words say by one key; the dispatcher puts a web appeal's wrong place right by one press. */
export const placeSuggestion: Journey = {
  name: 'place-suggestion',
  title: 'the place is read from the words, and a wrong one is put right',
  go: async (desk) => {
    await takenByKey(desk);
    await putRight(desk, await sentFromWeb(desk));
  },
};

async function takenByKey({ checks, windowOf }: Desk): Promise<void> {
  const { page, look, close } = await windowOf('agent');
  await page.goto('/agent');
  const form = page.getByRole('region', { name: formText.title });
  const address = form.getByRole('textbox', { name: formText.address });
  await form.getByRole('textbox', { name: formText.content }).fill(told);
  const suggested = form.getByRole('region', { name: placeSuggestText.title });
  await suggested.getByRole('button', { name: '鑫隆养鸡场' }).waitFor();
  await suggested.scrollIntoViewIfNeeded();
  await look('place-suggested');
  await page.keyboard.press('F3');
  await soon(
    checks,
    'one key writes the address',
    () => address.inputValue(),
    '胜利西路12号锦绣花园',
  );
  await soonThat(
    checks,
    'and chooses the area',
    () => form.innerText(),
    (shown) => shown.includes('芗城区东铺头街道'),
  );
  // What is complained of is less sure than where it is: a person takes it by itself.
  await suggested.getByRole('button', { name: '鑫隆养鸡场' }).press('Enter');
  const subject = form.getByRole('textbox', { name: formText.subject });
  await soon(checks, 'the thing complained of too', () => subject.inputValue(), '鑫隆养鸡场');
  await soon(checks, 'nothing more is suggested', () => suggested.count(), 0);
  await subject.scrollIntoViewIfNeeded();
  await look('place-taken');
  await close();
}

/** The citizen chose another county than the words name, and the agent did not notice. */
async function sentFromWeb({ server }: Desk): Promise<string> {
  const areaCode = '350602000000';
  const phone = inventedPhoneOf('place suggestion');
  const sent = await visitor(server.url).call(appeals.sendAppeal, {
    content: wrongly,
    areaCode,
    address: '示例路',
    phone,
    noticeRead: true,
  });
  const agent = await signIn(server, 'agent');
  const { rows } = await agent.call(lists.deskOrders, { desk: 'to-accept' });
  const row = rows.find(({ orderNo }) => orderNo === sent.orderNo);
  if (!row) throw new Error('The appeal waits on no desk.');
  await agent.call(intake.acceptWaiting, {
    orderId: row.id,
    matterCode,
    areaCode,
    fields,
    type: 'QZ',
    result: 'dispatch',
  });
  return row.id;
}

async function putRight({ checks, windowOf }: Desk, orderId: string): Promise<void> {
  const { page, look, close } = await windowOf('dispatcher');
  await page.goto(`/dispatch?order=${orderId}`);
  const suggestion = page.getByRole('region', { name: dispatchText.suggestion });
  const correct = suggestion.getByRole('button', {
    name: dispatchText.placeCorrect('东山县西埔镇'),
  });
  await correct.waitFor();
  await look('place-doubted');
  await correct.press('Enter');
  await suggestion.getByText(dispatchText.placeCorrected('东山县西埔镇')).waitFor();
  await soonThat(
    checks,
    'the catalogue answers for the place put right',
    () => suggestion.innerText(),
    (shown) => shown.includes('东山县') && !shown.includes('文中像是'),
  );
  await look('place-corrected');
  await suggestion.getByRole('button', { name: dispatchText.placeBack('芗城区') }).press('Enter');
  await correct.waitFor();
  checks.that('one press takes it back', true);
  await close();
}
