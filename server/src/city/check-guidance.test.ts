import { afterAll, describe, expect, test } from 'vitest';
import { plantedCity } from './planted-city.ts';

const city = plantedCity('hami');
afterAll(() => city.remove());

describe('fields, questions, reply forms', () => {
  /** Puts one set in front of the city's own list, so that it stands on line 2. */
  const withFirst = (entry: unknown) => (content: string) =>
    content.replace('[', `[\n${JSON.stringify(entry)},`);
  const field = (over: Record<string, unknown>) => ({
    code: 'planted',
    label: '某要素',
    kind: 'text',
    required: 'never',
    seen_by: 'all',
    ...over,
  });
  const set = (...fields: unknown[]) => withFirst({ matter: '010101', fields });

  test.each([
    ['an unknown matter', withFirst({ matter: '9901', fields: [field({})] }), '事项 9901 不存在'],
    ['a code twice', set(field({}), field({})), '代码 planted 重复'],
    ['a choice without choices', set(field({ kind: 'choice' })), '是选择题,选项不足两个'],
    [
      'choices without a choice',
      set(field({ choices: [{ code: 'a', label: '甲' }] })),
      '不应有选项',
    ],
    [
      'a choice twice',
      set(
        field({
          kind: 'choice',
          choices: [
            { code: 'a', label: '甲' },
            { code: 'a', label: '乙' },
          ],
        }),
      ),
      '选项 a 重复',
    ],
    [
      'a condition on nothing',
      set(field({ required: { field: 'gone', is: ['yes'] } })),
      '所指 gone 不存在',
    ],
    [
      'a condition on an answer nobody can give',
      set(
        field({}),
        field({ code: 'q', kind: 'yes-no' }),
        field({ code: 'r', required: { field: 'q', is: ['maybe'] } }),
      ),
      'q 没有 maybe 这个答案',
    ],
    ['an unknown kind', set(field({ kind: 'colour' })), 'kind'],
  ])('a field with %s', (_, change, reason) => {
    const said = city.complaintsAfter('hami/fields.json', change);
    const here = said.filter((complaint) => complaint.startsWith('cities/hami/fields.json:2 '));
    expect(here.join()).toContain(reason);
  });

  test('a question on an unknown matter, and the same place in the order twice', () => {
    const unknown = city.complaintsAbout('hami/questions.tsv', ['9901', '问什么?', '1']);
    expect(unknown).toEqual(['事项 9901 不存在']);
    const twice = city.complaintsAbout('hami/questions.tsv', ['060401', '问什么?', '1']);
    expect(twice.join()).toContain('重复');
  });

  test('a reply form that asks for the same evidence twice', () => {
    const evidence = { code: 'a', label: '甲', required: true };
    const form = {
      matter: '010101',
      measures: false,
      asset_changes: false,
      must_contact: true,
      evidence: [evidence, evidence],
    };
    const said = city.complaintsAfter('hami/reply-forms.json', withFirst(form));
    expect(said).toContain('cities/hami/reply-forms.json:2 代码 a 重复');
  });

  test('a reply form on an unknown matter', () => {
    const form = { matter: '9901', measures: false, asset_changes: false, must_contact: true };
    const said = city.complaintsAfter(
      'hami/reply-forms.json',
      withFirst({ ...form, evidence: [] }),
    );
    expect(said).toEqual(['cities/hami/reply-forms.json:2 事项 9901 不存在']);
  });

  test('a missing disposition', () => {
    const said = city.complaintsAfter('common/dispositions.tsv', (content) =>
      content.replace(/^DG7\t.*\n/m, ''),
    );
    expect(said.join()).toContain('缺少分类告知 DG7');
  });
});

describe('everyday words and import mappings', () => {
  test.each([
    ['an unknown matter', ['990101', '某说法', '', ''], '事项 990101 不存在'],
    ['no words', ['010101', '', '某路', ''], '没有日常说法'],
    ['half a code', ['0101', '某说法', '', ''], 'matter:应为 6 位事项代码'],
  ])('words for %s', (_, row, reason) => {
    expect(city.complaintsAbout('common/everyday-words.tsv', row)).toEqual([reason]);
  });

  test.each([
    ['does not exist', '990101'],
    // 海洋渔业, which Hami has ended.
    ['is out of use', '130205'],
  ])('a mapping whose default matter %s', (_, matter) => {
    const said = city.complaintsAfter('common/import-mappings/generic.json', (content) =>
      content.replace('200102', matter),
    );
    expect(said).toEqual([`cities/common/import-mappings/generic.json:1 事项 ${matter} 不存在`]);
  });
});

describe('knowledge', () => {
  const entry = (over: Record<string, unknown>) => ({
    code: 'HM-9999-01',
    title: '某问题?',
    questions: ['换一种问法?'],
    answer:
      '带上身份证件到就近的便民服务中心窗口办理,窗口当场受理,三个工作日内答复,也可以在网上提交材料后等短信通知。',
    matters: ['080103'],
    owner: '650500.rsj',
    basis: '办事指南(示例)',
    valid_from: '2025-01-01',
    valid_until: '2027-06-30',
    keywords: ['社保卡'],
    mark: 'invented',
    ...over,
  });
  const said = (...entries: unknown[]) =>
    city.complaintsWith('hami/knowledge/99-planted.json', JSON.stringify(entries, null, 0));

  test('a sound entry is taken', () => {
    expect(said(entry({}))).toEqual([]);
  });

  test.each([
    ['an owner that does not exist', entry({ owner: '650500.gone' }), '单位 650500.gone 不存在'],
    ['an unknown matter', entry({ matters: ['990101'] }), '事项 990101 不存在'],
    ['an end before its beginning', entry({ valid_until: '2024-01-01' }), '失效日期早于生效日期'],
    [
      'a telephone number',
      entry({ answer: `${'请带材料到窗口办理。'.repeat(5)}电话 0902-${'2233445'}。` }),
      '不应写入号码',
    ],
    ['an answer too short to help', entry({ answer: '请到窗口办理。' }), 'answer'],
  ])('%s', (_, broken, reason) => {
    expect(said(broken).join()).toContain(reason);
  });

  test('a code twice', () => {
    expect(said(entry({}), entry({})).join()).toContain('HM-9999-01 重复');
  });
});

describe('messages', () => {
  const change = (from: RegExp, to: string) =>
    city.complaintsAfter('common/messages.json', (content) => content.replace(from, to));

  test('one that the program sends is missing', () => {
    expect(change(/^.*"dispatched-duty".*\n/m, '').join()).toContain(
      '缺少短信模板 dispatched-duty',
    );
  });

  test('a place-holder nobody fills', () => {
    expect(change(/\{order_no\}/, '{orderno}').join()).toContain('占位 {orderno}');
  });

  test('one the program fills for another message only', () => {
    expect(change(/工单\{order_no\}已有办理结果/, '工单{order_no}由{reason}').join()).toContain(
      'replied:没有占位 {reason}',
    );
  });

  test('the complaint names the line', () => {
    expect(change(/凭这两个号码/, '凭{number}')).toEqual([
      'cities/common/messages.json:2 received:没有占位 {number}',
    ]);
  });

  test('a city words one again, but under a name there is not', () => {
    const own = JSON.stringify({ received: '已受理{order_no}', recieved: '已受理' }, null, 2);
    expect(city.complaintsWith('hami/messages.json', own)).toEqual([
      'cities/hami/messages.json:3 没有名为 recieved 的短信模板可改写',
    ]);
    expect(city.complaintsWith('hami/messages.json', '{ "received": 1 }')).toEqual([
      'cities/hami/messages.json:1 应为名称到文字的 JSON 对象,文字不为空',
    ]);
  });

  test('a brace left open', () => {
    expect(change(/\{order_no\}/, '{order_no').join()).toContain('花括号不成对');
  });
});
