import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { createOrder, readTransfer } from '../../../test/use-cases.ts';
import { type LinkageRow, rowsFitting } from '../matters/index.ts';
import { listLinkageRows } from './index.ts';

const row = (code: string, words: string[]): LinkageRow => ({
  code,
  category: '类别',
  item: `事项${code}`,
  words,
  matter: null,
  version: '1',
  signed12345: '2026-01-01',
  signed110: '2026-01-02',
  validFrom: '2026-01-01',
  validTo: null,
  mark: 'invented',
});

test('what says more of the words comes first, a code finds its row, what fits nothing is left out', () => {
  const rows = [row('a', ['井盖']), row('b', ['井盖', '塌陷']), row('c', ['打架'])];
  const codes = (said: string) => rowsFitting(rows, said).map(({ code }) => code);
  expect(codes('路面塌陷,井盖没了')).toEqual(['b', 'a']);
  expect(codes('c')).toEqual(['c']);
  expect(codes('今天天气')).toEqual([]);
  expect(codes('')).toEqual(['a', 'b', 'c']);
});

test(
  'the city’s list is found by what a caller says, and says that nobody signed the demo rows',
  inCity(async ({ as }) => {
    const agent = as('agent');
    const found = await agent.do(listLinkageRows, { list: 'to-110', q: '有人持刀打架' });
    expect(found.rows[0]).toMatchObject({ category: '刑事治安', isInvented: true });
    const other = await agent.do(listLinkageRows, { list: 'from-110', q: '路灯' });
    expect(other.rows[0]?.code).toMatch(/^B/);
  }),
);

const toPolice = {
  content: '楼下有人持刀打架,快来人。',
  type: 'QZ' as const,
  matterCode: '160102',
  areaCode: '350602001000',
  fields: {},
  requester: { kind: 'person' as const, isSelf: true, tags: [] },
  anonymous: true,
  secrecy: 0 as const,
  fileIds: [],
  address: '示例路',
  needsReply: true,
  needsCallBack: true,
  result: 'transfer' as const,
  transferTo: '110',
  awaitsFeedback: true,
};

test(
  'a transfer names its row and what the three-way call decided; a row nobody signed is refused',
  inCity(async ({ as }) => {
    const agent = as('agent');
    const { rows } = await agent.do(listLinkageRows, { list: 'to-110', q: '持刀' });
    const transferRow = rows[0]?.code ?? '';
    const how = { transferRow, byThreeWay: true, firstReceiver: true };
    const { orderId } = await agent.do(createOrder, { ...toPolice, ...how });
    expect(await agent.do(readTransfer, { orderId })).toMatchObject({
      listRow: transferRow,
      byThreeWay: true,
      firstReceiver: true,
    });
    await expect(
      agent.do(createOrder, { ...toPolice, transferRow: 'A99-99' }),
    ).rejects.toMatchObject({ code: 'intake.no-such-list-row' });
  }),
);
