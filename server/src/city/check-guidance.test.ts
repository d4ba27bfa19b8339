import { afterAll, describe, expect, test } from 'vitest';
import { plantedCity } from './planted-city.ts';

const city = plantedCity('hami');
afterAll(() => city.remove());

describe('limits', () => {
  const limit = (over: Partial<Record<string, string>>) => [
    over.code ?? 'X1',
    '某类',
    over.signIn ?? '1wd',
    '',
    '1wd',
    '',
    '',
    over.handle ?? '5wd',
    '',
    over.extension ?? '5wd',
    over.max ?? '1',
    over.by ?? 'centre',
    '',
    '',
  ];
  test.each([
    ['a class twice', limit({ code: 'N5' }), '重复'],
    ['no limit for the handling', limit({ handle: '' }), '缺少办理时限'],
    ['an extension nobody grants', limit({ by: 'none' }), '延期时长、次数、审批人三项不一致'],
    ['a sign-in after the end', limit({ signIn: '9wd' }), '签收或首次联系晚于办结'],
  ])('%s', (_, row, reason) => {
    expect(city.complaintsAbout('common/limits.tsv', row).join()).toContain(reason);
  });

  test.each([
    ['an unknown class', ['x', '', '0701', '', '', 'N7', '', '', ''], '时限类别 N7 不存在'],
    ['an unknown matter', ['x', '', '9901', '', '', 'N5', '', '', ''], '事项 9901 不存在'],
    ['the same condition twice', ['x', 'U1', '', '', '', 'E2', '', '', ''], '重复'],
  ])('a rule with %s', (_, row, reason) => {
    expect(city.complaintsAbout('common/limit-rules.tsv', row).join()).toContain(reason);
  });

  test('a statutory limit on an unknown matter', () => {
    const row = ['x', '9901', '', '某阶段', '5wd', '', '某法', 'unverified'];
    expect(city.complaintsAbout('common/statutory-limits.tsv', row)).toEqual(['事项 9901 不存在']);
  });

  test('a step of the centre is missing', () => {
    const said = city.complaintsAfter('common/centre-limits.tsv', (content) =>
      content.replace(/^call-back\t.*\n/m, ''),
    );
    expect(said.join()).toContain('缺少中心时限 call-back');
  });

  test.each([
    ['no words', ['x', '某触发', '', '', '', 'any', 'U1', ''], '没有触发词'],
    ['a lower urgency', ['x', '某触发', '某词', '', '', 'any', 'U3', ''], '触发只能抬到 U1 或 U2'],
    [
      'a word that both raises and bars',
      ['x', '某触发', '某词', '', '某词', 'any', 'U1', ''],
      '既触发又排除',
    ],
  ])('a trigger with %s', (_, row, reason) => {
    expect(city.complaintsAbout('common/triggers.tsv', row).join()).toContain(reason);
  });
});

describe('calendar', () => {
  test.each([
    ['a day twice', ['2025-06-06', 'off', '某节', '某通知'], '重复'],
    ['a make-up day on a working day', ['2026-03-04', 'work', '补班', '某通知'], '本是工作日'],
  ])('%s', (_, row, reason) => {
    expect(city.complaintsAbout('hami/calendar.tsv', row).join()).toContain(reason);
  });

  test('a year without its notice', () => {
    const said = city.complaintsAfter('common/calendar/national.tsv', (content) =>
      content.replace(/^2024-.*\n/gm, ''),
    );
    expect(said.join()).toContain('2024 年只有');
  });

  test('hours that run backwards, and a season nobody covers', () => {
    const backwards = city.complaintsAfter('hami/office-hours.json', (content) =>
      content.replace('"15:30"', '"13:30"'),
    );
    expect(backwards).toEqual(['cities/hami/office-hours.json:2 办公时间倒置或重叠']);
    const open = city.complaintsAfter('hami/office-hours.json', (content) =>
      content.replace('"05-01"', '"05-03"'),
    );
    expect(open).toEqual(['cities/hami/office-hours.json:2 05-01 没有办公时间']);
  });
});

describe('merged lines', () => {
  const line = (number: string, owner: string) => [
    number,
    '某热线',
    owner,
    'whole',
    '2021-01-27',
    'live',
    'invented',
  ];
  test.each([
    ['a number twice', line('12315', '650500.scjg'), '重复'],
    ['not a short code', line('0902123', '650500.scjg'), '不是公共短号'],
    ['an owner that does not exist', line('12999', '650500.gone'), '单位 650500.gone 不存在'],
    ['a village as owner', line('12999', '650522102'), '不能主管热线'],
  ])('%s', (_, row, reason) => {
    expect(city.complaintsAbout('hami/lines.tsv', row).join()).toContain(reason);
  });
});

const duty = (over: Partial<Record<string, string>>) => [
  over.id ?? 'X-1',
  over.matter ?? '010101',
  over.area ?? '650522102',
  over.time ?? 'any',
  over.lead ?? '650500.zjj',
  over.assists ?? '',
  over.linkage ?? '',
  over.backstop ?? '',
  over.level ?? 'department',
  'practice',
  '某依据',
  over.direct ?? 'no',
  over.from ?? '2026-01-01',
  over.to ?? '',
  'invented',
  over.note ?? '',
];

describe('the dispatch catalogue', () => {
  test.each([
    ['an unknown matter', duty({ matter: '9901' }), '事项 9901 不存在'],
    ['an unknown area', duty({ area: '650599' }), '区划 650599 不存在'],
    ['a lead that does not exist', duty({ lead: '650500.gone' }), '单位 650500.gone 不存在'],
    [
      'a lead that takes no orders',
      duty({ lead: '650500', level: 'county' }),
      '单位 650500 不接单',
    ],
    ['a county office no county has', duty({ lead: '{county}.gjj' }), '单位 650522.gjj 不存在'],
    [
      'an assisting unit that does not exist',
      duty({ assists: '650500.gone' }),
      '单位 650500.gone 不存在',
    ],
    [
      'a backstop that does not exist',
      duty({ backstop: '650500.gone' }),
      '单位 650500.gone 不存在',
    ],
    ['a lead that also assists', duty({ assists: '650500.zjj' }), '在同一行出现两次'],
    ['a bureau matter for a township', duty({ lead: '{town}' }), '部门事项不得派给乡村:{town}'],
    [
      'a bureau matter for one named village',
      duty({ lead: '650502001002' }),
      '部门事项不得派给乡村',
    ],
    [
      'a level its lead has not',
      duty({ level: 'enterprise' }),
      '层级写 enterprise,主办却是 department',
    ],
    [
      'a bureau matter direct to a village',
      duty({ lead: '{village}', level: 'village', direct: 'yes' }),
      '不在基层履职清单上',
    ],
    ['an end before its beginning', duty({ to: '2025-01-01' }), '失效日期早于生效日期'],
    ['a telephone number in a note', duty({ note: '联系 0902-' + '2233445' }), '不应写入号码'],
  ])('%s', (_, row, reason) => {
    expect(city.complaintsAbout('hami/catalogue.tsv', row).join()).toContain(reason);
  });

  test('the same id and the same scope twice', () => {
    const said = city.complaintsAfter('hami/catalogue.tsv', (content) => {
      const rows = [duty({}), duty({})].map((row) => row.join('\t'));
      return `${content.trimEnd()}\n${rows.join('\n')}\n`;
    });
    expect(said.filter((complaint) => complaint.includes('X-1 重复'))).toHaveLength(1);
    expect(said.filter((complaint) => complaint.includes('范围相同'))).toHaveLength(1);
  });

  test('a listed matter may go straight to the village', () => {
    const row = duty({ matter: '130302', lead: '{village}', level: 'village', direct: 'yes' });
    expect(city.complaintsAbout('hami/catalogue.tsv', row)).toEqual([]);
  });
});

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

  test('a missing disposition', () => {
    const said = city.complaintsAfter('common/dispositions.tsv', (content) =>
      content.replace(/^DG7\t.*\n/m, ''),
    );
    expect(said.join()).toContain('缺少分类告知 DG7');
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
