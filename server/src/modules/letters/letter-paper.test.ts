import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { gb9704, linePitchMm, organSize, signPitchMm } from './gb9704.ts';
import { blocksOf, inFull, type Sheet } from './letter-blocks.ts';
import { letterDocx } from './letter-docx.ts';
import { letterPage } from './letter-page.ts';

const sheet: Sheet = {
  redHead: true,
  organ: '示例市12345热线',
  letterNo: '示例热线督〔2026〕12号',
  title: '关于<示例>的督办通知',
  to: ['甲局', '乙局'],
  body: ['基本情况。', '一、办理要求', '(一)时限', '请在2个工作日内反馈。'],
  approvedAt: new Date('2026-03-02T01:00:00Z'),
  zone: 'Asia/Shanghai',
};

/** The parts of a zip by its central directory, as an office program reads it. */
function unzipped(bytes: Buffer): Map<string, string> {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const parts = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let no = 0; no < bytes.readUInt16LE(end + 10); no += 1) {
    expect(bytes.toString('latin1', at, at + 4)).toBe('PK\x01\x02');
    const [packed, nameLength] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const local = bytes.readUInt32LE(at + 42);
    const body = local + 30 + bytes.readUInt16LE(local + 26);
    parts.set(name, inflateRawSync(bytes.subarray(body, body + packed)).toString('utf8'));
    at += 46 + nameLength;
  }
  return parts;
}

describe('the layout', () => {
  test('22 lines and 28 signs fill the core, and the core with its margins the sheet', () => {
    const { paper, margin, core } = gb9704;
    expect(margin.leftMm + core.widthMm + margin.rightMm).toBe(paper.widthMm);
    expect(margin.topMm + core.heightMm + margin.bottomMm).toBe(paper.heightMm);
    expect(linePitchMm * 22).toBeCloseTo(225);
    expect(signPitchMm * 28).toBeCloseTo(156);
  });

  test('a long name of the organ is set smaller, so that it fits one line', () => {
    expect(organSize('短名')).toBe(48);
    const points = organSize('一个名字特别长的市级政务服务便民热线服务中心');
    expect(points * 22 * (25.4 / 72)).toBeLessThanOrEqual(156);
  });

  test('every part stands where it belongs', () => {
    expect(blocksOf(sheet).map(({ kind }) => kind)).toEqual([
      ...['organ-mark', 'number', 'line', 'title', 'to'],
      ...['text', 'first-heading', 'second-heading', 'text', 'organ', 'date'],
    ]);
    expect(blocksOf(sheet).at(-1)?.words).toBe('2026年3月2日');
    expect(blocksOf({ ...sheet, redHead: false })[0]?.kind).toBe('number');
  });
});

describe('the Word file', () => {
  const parts = unzipped(letterDocx(sheet.title, blocksOf(sheet)));
  const body = parts.get('word/document.xml') ?? '';

  test('has every part it names', () => {
    const named = [...(parts.get('[Content_Types].xml') ?? '').matchAll(/PartName="\/([^"]+)"/g)];
    expect(named.length).toBeGreaterThan(4);
    for (const [, name = ''] of named) expect(parts.has(name), name).toBe(true);
    const targets = [
      ...(parts.get('word/_rels/document.xml.rels') ?? '').matchAll(/Target="([^"]+)"/g),
    ];
    for (const [, name = ''] of targets) expect(parts.has(`word/${name}`), name).toBe(true);
  });

  test('is set as the standard says', () => {
    expect(body).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
    expect(body).toContain('w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"');
    expect(body).toContain('w:type="lines" w:linePitch="580"');
    // 28 signs of 15.75 points are no wider than 156 mm; lengths beside signs, for what reads no signs.
    expect(body).toContain('<w:spacing w:val="-5"/><w:sz w:val="32"/>');
    expect(body).toContain('w:firstLineChars="200" w:firstLine="632"');
    // The last words go with the signature.
    expect(body).toMatch(/<w:keepNext\/>(?:(?!<w:p>).)*请在2个工作日内反馈/);
    expect(body).toContain('〔2026〕12号');
    expect(body).toMatch(
      /eastAsia="黑体"[^>]*\/><w:spacing w:val="-5"\/><w:sz w:val="32"\/><\/w:rPr><w:t[^>]*>一、办理要求/,
    );
    expect(body).toMatch(
      /eastAsia="楷体"[^>]*\/><w:spacing w:val="-5"\/><w:sz w:val="32"\/><\/w:rPr><w:t[^>]*>\uff08一\uff09时限/,
    );
    expect(body).toMatch(
      /方正小标宋简体"\/><w:sz w:val="44"\/><\/w:rPr><w:t[^>]*>关于&lt;示例&gt;/,
    );
    expect(parts.get('word/footer1.xml')).toContain('PAGE');
  });

  test('the same letter is the same bytes', () => {
    const again = letterDocx(sheet.title, blocksOf(sheet));
    expect(again.equals(letterDocx(sheet.title, blocksOf(sheet)))).toBe(true);
  });
});

test('punctuation between Chinese words is set in full width, and numbers keep their own', () => {
  expect(inFull('已办,见附件(共2份):12:30')).toBe('已办\uff0c见附件\uff08共2份\uff09\uff1a12:30');
});

test('words of a letter are never read as HTML', () => {
  const page = letterPage(sheet.title, blocksOf({ ...sheet, body: ['<script>x</script>'] }));
  expect(page).not.toContain('<script');
  expect(page).toContain('&lt;script&gt;');
  expect(page).toContain('margin: 37mm 26mm 35mm 28mm');
});
