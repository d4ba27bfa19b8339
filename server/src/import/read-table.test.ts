import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readMapping } from './mapping.ts';
import { readTable } from './read-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'minsheng-table-'));
afterAll(() => rmSync(folder, { recursive: true }));

function read(bytes: string | Buffer) {
  const path = join(folder, 'table.csv');
  writeFileSync(path, bytes);
  return readTable(path, readMapping('generic'));
}

const head = '编号, 诉求内容 ,地址\n';

test('rows keep their line, however many lines a cell has and however many are empty', () => {
  const rows = read(`${head}A,"两行\n的话",路\n\n\nB,一行,"路""口"""\nC,少一栏\n`);
  expect(rows).toEqual([
    { line: 2, row: { 编号: 'A', 诉求内容: '两行\n的话', 地址: '路' } },
    { line: 6, row: { 编号: 'B', 诉求内容: '一行', 地址: '路"口"' } },
    { line: 7, row: { 编号: 'C', 诉求内容: '少一栏' } },
  ]);
});

test('with a mark, with other line ends, and in GB 18030', () => {
  const row = { line: 2, row: { 编号: 'A', 诉求内容: '灯', 地址: '路' } };
  expect(read(`\ufeff${head}A,灯,路\n`.replaceAll('\n', '\r\n'))).toEqual([row]);
  // '编号,诉求内容,地址', 'A,灯,路' as an old office program writes them.
  const old = Buffer.from('b1e0bac52ccbdfc7f3c4dac8dd2cb5d8d6b70a412cb5c62cc2b70a', 'hex');
  expect(read(old)).toEqual([row]);
});

test('what is no table of appeals is refused in words', () => {
  expect(() => read('a,b\n1,2\n')).toThrow('没有诉求内容这一栏');
  expect(() => read('')).toThrow('没有诉求内容这一栏');
  expect(() => read(`${head}A,"没有关上,路\nB,灯,路\n`)).toThrow('引号是否成对');
  expect(() => readTable(join(folder, 'nothing.csv'), readMapping('generic'))).toThrow(
    '找不到文件',
  );
});
