import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listOf, written } from './spark.ts';

test('a list of one stays an array in JSON, and an empty element is null', () => {
  const value = listOf('request', [{ service_request_id: '25112900001', token: null }]);
  expect(written('json', 'service_requests', value)).toBe(
    '[{"service_request_id":"25112900001","token":null}]',
  );
  expect(written('xml', 'service_requests', value)).toBe(
    '<?xml version="1.0" encoding="utf-8"?>\n<service_requests><request><service_request_id>25112900001</service_request_id><token/></request></service_requests>\n',
  );
});

test('what XML reads as markup is written as text, what it cannot say is left out', () => {
  expect(written('xml', 'a', { b: '<路灯> & "坏"\u0000\u000B了\uD800', c: true })).toContain(
    '<b>&lt;路灯&gt; &amp; &quot;坏&quot;了\uFFFD</b><c>true</c>',
  );
});

test('any text comes back from XML as it went in, but for what XML has no word for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const said = /<b>(.*)<\/b>|<b\/>/s.exec(written('xml', 'a', { b: text }))?.[1] ?? '';
      expect(said).not.toMatch(/[<>]/);
      expect(read(said)).toBe(
        text.toWellFormed().replace(/[\p{Cc}--[\t\n\r\u{7F}-\u{9F}]]|[\u{FFFE}\u{FFFF}]/gv, ''),
      );
    }),
  );
});

const read = (said: string): string =>
  said
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&#13;', '\r')
    .replaceAll('&amp;', '&');
