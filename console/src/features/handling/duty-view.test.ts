import { expect, test } from 'vitest';
import { lastSentBack } from './duty-view.ts';

const row = (type: Parameters<typeof lastSentBack>[0][number]['type'], at: string) => ({
  seq: 1,
  at,
  type,
  who: '演示审核员',
  unitName: null,
  facts: { why: '请补充照片' },
});
const sentAt = '2026-11-24T02:00:00.000Z';

test('the last sending back of this duty is told, not one of the duty before it', () => {
  const rows = [
    row('handling.reply-rejected', '2026-11-24T01:00:00.000Z'),
    row('handling.signed', '2026-11-24T02:10:00.000Z'),
  ];
  expect(lastSentBack(rows, sentAt)).toBeNull();
  const again = [...rows, row('handling.sign-off-refused', '2026-11-24T03:00:00.000Z')];
  expect(lastSentBack(again, sentAt)?.type).toBe('handling.sign-off-refused');
});

test('a redo makes the new duty at the same instant', () => {
  expect(lastSentBack([row('call-back.redone', sentAt)], sentAt)?.type).toBe('call-back.redone');
});
