import { describe, expect, test } from 'vitest';
import { isClear } from './clear-rule.ts';
import { isControl } from './control-share.ts';
import { daysBefore, mondayOf } from './days.ts';
import { heldByMatter, noTrust } from './held-by-matter.ts';
import { heldByOrder, type OrderFacts } from './held-by-order.ts';
import { wasLowered } from './lowered.ts';
import { speaksOfMinors } from './minors.ts';
import { type Course, type LeadDuty, verdictOf } from './verdict.ts';

const harmless: OrderFacts = {
  type: 'QZ',
  matterType: 'QZ',
  matterNames: ['城乡建设与市政设施', '市政道路', '路灯不亮'],
  secrecy: 0,
  urgency: 'U3',
  wasLowered: false,
  words: '路口的路灯坏了三天,晚上很暗。',
  tags: [],
  triggers: [],
  isRepeat: false,
  leadsOfIssue: [],
  isPlaced: true,
  isClaimed: false,
};
const lead = '350600.zjj';

describe('what speaks against one order', () => {
  test('nothing, of an ordinary one', () => {
    expect(heldByOrder(harmless, lead)).toEqual([]);
    expect(heldByOrder({ ...harmless, leadsOfIssue: [lead] }, lead)).toEqual([]);
  });

  test.each([
    ['report', { type: 'JB' }],
    ['report', { matterType: 'JB' }],
    ['report', { words: '我要举报隔壁的店。' }],
    ['secret', { secrecy: 1 }],
    ['secret', { secrecy: 2 }],
    ['secret', { secrecy: 3 }],
    ['minor', { tags: ['minor'] }],
    ['minor', { triggers: ['child-harm'] }],
    ['minor', { matterNames: ['教育', '办学行为', '学校收费'] }],
    ['minor', { matterNames: ['民政与特殊群体', '救助与福利', '未成年人妇女保护'] }],
    ['minor', { words: '我家孩子每天走这条路。' }],
    ['lowered', { wasLowered: true }],
    ['urgent', { urgency: 'U1' }],
    ['urgent', { urgency: 'U2' }],
    ['repeat', { isRepeat: true }],
    ['repeat', { leadsOfIssue: [lead, '350600.cgj'] }],
    ['no-place', { isPlaced: false }],
    ['claimed', { isClaimed: true }],
  ] as const satisfies [string, Partial<OrderFacts>][])('%s: %j', (reason, differences) => {
    expect(heldByOrder({ ...harmless, ...differences }, lead)).toEqual([reason]);
  });

  test('several at once are all kept', () => {
    const facts: OrderFacts = { ...harmless, type: 'JB', secrecy: 1, urgency: 'U2' };
    expect(heldByOrder(facts, lead)).toEqual(['report', 'secret', 'urgent']);
  });
});

describe('words of children', () => {
  test.each(['孙女放学没人接', '今年15岁', '才八岁', '刚满十二岁', '高二在读', '幼儿园门口'])(
    'hears %s',
    (words) => expect(speaksOfMinors(words)).toBe(true),
  );
  test.each(['今年65岁', '二十一岁', '八十三岁', '声音调高一点', '路灯不亮三天了'])(
    'not in %s',
    (words) => expect(speaksOfMinors(words)).toBe(false),
  );
});

describe('urgency that was lowered', () => {
  const told = (data: Record<string, string | string[]>) => [{ data }];
  test('by a person, by another matter, by calm words, or below the matter’s own', () => {
    expect(wasLowered('U3', 'U3', told({ before: 'U2', after: 'U3' }))).toBe(true);
    expect(wasLowered('U3', 'U3', told({ computedUrgency: 'U1', urgency: 'U3' }))).toBe(true);
    expect(wasLowered('U3', 'U3', told({ urgency: 'U3', doubted: ['gas-leak'] }))).toBe(true);
    expect(wasLowered('U3', 'U2', told({ urgency: 'U3' }))).toBe(true);
  });
  test('not by being raised or left', () => {
    expect(wasLowered('U3', 'U3', told({ computedUrgency: 'U3', doubted: [] }))).toBe(false);
    expect(wasLowered('U2', 'U3', told({ before: 'U3', after: 'U2' }))).toBe(false);
  });
});

describe('the bar of a matter', () => {
  const rules = { isOn: true, isMatterOff: false, barPermille: 970 };
  const full = { judged: 500, firstRight: 485, sure: 200, sureRight: 194 };

  test('exactly the bar is enough, one less is not', () => {
    expect(heldByMatter(rules, full)).toEqual([]);
    expect(heldByMatter(rules, { ...full, firstRight: 484 })).toEqual(['below-bar']);
    expect(heldByMatter(rules, { ...full, sureRight: 193 })).toEqual(['below-bar']);
  });
  test('499 are too few, however right they were', () => {
    expect(heldByMatter(rules, { ...full, judged: 499, firstRight: 499 })).toEqual(['too-few']);
    expect(heldByMatter(rules, noTrust)).toEqual(['too-few']);
  });
  test('a machine that is hardly ever sure has not shown anything', () => {
    expect(heldByMatter(rules, { ...full, sure: 199, sureRight: 199 })).toEqual(['too-few-sure']);
  });
  test('both switches are said beside what is measured', () => {
    expect(heldByMatter({ ...rules, isOn: false, isMatterOff: true }, full)).toEqual([
      'off',
      'matter-off',
    ]);
  });
});

describe('whether the first dispatch was right', () => {
  const now = new Date('2026-03-20T02:00:00Z');
  const duty = (unit: string, sentBy: string | null = 'somebody'): LeadDuty => ({
    unit,
    sentBy,
    sentAt: new Date('2026-03-19T02:00:00Z'),
  });
  const course: Course = {
    leads: [duty('a')],
    status: 'in-progress',
    isClosed: false,
    isTakenBack: false,
    wasAutomatic: false,
    now,
  };
  const after = (days: number) => new Date(now.getTime() + days * 86_400_000);
  const verdict = (differences: Partial<Course>) =>
    verdictOf({ ...course, ...differences })?.verdict ?? null;

  test('cannot be told while it is being worked on', () => {
    expect(verdict({})).toBeNull();
  });
  test('once it is closed with its first lead, also after it was sent there twice', () => {
    expect(verdict({ status: 'closed', isClosed: true })).toBe('right');
    const twice = { leads: [duty('a'), duty('a')], status: 'closed', isClosed: true } as const;
    expect(verdict(twice)).toBe('right');
  });
  test('not when another unit leads in the end', () => {
    expect(verdictOf({ ...course, leads: [duty('a'), duty('b')] })).toEqual({
      verdict: 'wrong',
      finalLead: 'b',
    });
  });
  test('not when it was taken back', () => {
    expect(verdict({ status: 'to-dispatch', isTakenBack: true })).toBe('wrong');
  });
  test('thirty quiet days speak for a person, never for the machine', () => {
    expect(verdict({ now: after(30) })).toBe('right');
    expect(verdict({ now: after(28) })).toBeNull();
    const alone = { leads: [duty('a', null)], wasAutomatic: true };
    expect(verdict({ ...alone, now: after(30) })).toBe('none');
    expect(verdict({ ...alone, status: 'closed', isClosed: true })).toBe('right');
  });
  test('what was withdrawn, or sent by the emergency’s rule, says nothing', () => {
    expect(verdict({ status: 'withdrawn' })).toBe('none');
    expect(verdict({ leads: [], status: 'withdrawn' })).toBe('none');
    expect(verdict({ leads: [duty('a', null)], status: 'closed', isClosed: true })).toBe('none');
  });
});

test('one order of twenty is left to a person, always the same ones', () => {
  const ids = Array.from(
    { length: 4000 },
    (_, no) =>
      `019cabcd-0000-7000-8000-${((no * 2654435761) % 2 ** 32).toString(16).padStart(12, '0')}`,
  );
  const share = ids.filter(isControl).length / ids.length;
  expect(share).toBeGreaterThan(0.04);
  expect(share).toBeLessThan(0.06);
});

test('weeks begin on Monday', () => {
  expect(mondayOf('2026-03-15')).toBe('2026-03-09');
  expect(mondayOf('2026-03-16')).toBe('2026-03-16');
  expect(daysBefore('2026-03-01', 1)).toBe('2026-02-28');
});

test('a row is clear where nothing stands in for it and nothing ties with it', () => {
  const because = {
    matter: '010105',
    area: '350602',
    areaLevel: 'county',
    time: 'any',
    validFrom: null,
    basisKind: 'law',
    basis: '示例',
  } as const;
  const rule = {
    ...{ rowId: 'r', lead, assists: [], linkage: [], backstop: null, level: 'department' as const },
    ...{ direct: false, standsIn: false, because, beats: [] },
  } as const;
  const plan = {
    ...{ lead, assists: [], linkage: [], copies: [], backstop: null, rule },
    ...{ isBackstop: false, mechanism: null, demands: [] },
  };
  expect(isClear(plan)).toBe(true);
  const beaten = (by: 'id' | 'area', other: string) => [{ rowId: 's', lead: other, by }];
  expect(isClear({ ...plan, rule: { ...rule, beats: beaten('id', 'x') } })).toBe(false);
  expect(isClear({ ...plan, rule: { ...rule, beats: beaten('area', 'x') } })).toBe(true);
  expect(isClear({ ...plan, rule: { ...rule, standsIn: true } })).toBe(false);
  expect(isClear({ ...plan, rule: { ...rule, because: { ...because, matter: '01' } } })).toBe(
    false,
  );
  expect(isClear({ ...plan, isBackstop: true })).toBe(false);
  expect(isClear({ ...plan, lead: null })).toBe(false);
});
