import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readCarrierSettings } from './settings.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minsheng-notices-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function read(content: object) {
  const path = join(folder, 'notices.json');
  writeFileSync(path, JSON.stringify(content));
  return readCarrierSettings(path);
}

const mail = {
  host: 'mail.example.org',
  port: 465,
  tls: 'implicit',
  from: 'a@example.org',
  to: {},
};

test('each part may be left out', () => {
  expect(read({})).toEqual({ sms: null, mail: null, robots: {}, duty: {} });
  expect(read({ mail }).mail).toMatchObject({ tls: 'implicit', user: null });
});

test('nothing goes over an open line, and what is wrong is named without what stands in it', () => {
  expect(() => read({ mail: { ...mail, tls: 'none' } })).toThrow('mail');
  const robots = { '350600.zjj': { kind: 'wecom', url: 'http://robot.example.org/?key=hidden' } };
  expect(() => read({ robots })).toThrow('robots.350600.zjj.url');
  expect(() => read({ robots })).not.toThrow('hidden');
});
