import { expect, test } from 'vitest';
import { type PeerGroup, peerGroupOf } from './peer-groups.ts';

const groups: readonly PeerGroup[] = [
  { code: 'law', name: '执法', kinds: ['department'], slugs: ['cgj'], atLeast: null },
  { code: 'other', name: '其他', kinds: ['department', 'police'], slugs: [], atLeast: null },
  { code: 'big', name: '大镇', kinds: ['township'], slugs: [], atLeast: 300 },
  { code: 'small', name: '小镇', kinds: ['township'], slugs: [], atLeast: null },
];
const groupOf = (code: string, kind: Parameters<typeof peerGroupOf>[0]['kind'], orders: number) =>
  peerGroupOf({ code, kind, orders }, groups)?.code ?? null;

test('the first row that fits names the group; a size counts from its number on', () => {
  expect(groupOf('350600.cgj', 'department', 5)).toBe('law');
  expect(groupOf('350600.zjj', 'department', 5)).toBe('other');
  expect(groupOf('350602100', 'township', 299)).toBe('small');
  expect(groupOf('350602100', 'township', 300)).toBe('big');
  expect(groupOf('350602100201', 'village', 900)).toBeNull();
});
