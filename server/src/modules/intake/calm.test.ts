import { describe, expect, test } from 'vitest';
import type { CalmWords } from './calm.ts';
import { type UrgencyTrigger, urgencyOf } from './urgency.ts';

const trigger = (code: string, words: string, needs = ''): UrgencyTrigger => ({
  code,
  words: words.split('|'),
  needs: needs === '' ? [] : needs.split(';').map((group) => group.split('|')),
  unless: [],
  time: 'any',
  raisesTo: 'U1',
  linkage: ['jj110'],
});
const triggers = [
  trigger('lift', '电梯', '困|门…打不开'),
  trigger('wire', '线…垂|线…掉'),
  trigger('gas', '漏气'),
];
const calm: readonly CalmWords[] = [
  { kind: 'past', words: ['去年', '上次'] },
  { kind: 'question', words: ['想问'] },
  { kind: 'drill', words: ['演练'] },
  { kind: 'now', words: ['正在', '还在', '快来'] },
];
const of = (text: string) => {
  const day = { isNight: false, isExamDay: false, isNearQuiet: false } as const;
  const facts = { matterUrgency: 'U3', ...day, triggers, calm, reading: null } as const;
  const { urgency, doubted } = urgencyOf({ text, ...facts });
  return { urgency, calm: doubted.flatMap((doubt) => doubt.calm) };
};

describe('what speaks against a danger', () => {
  test.each([
    ['去年电梯困人的赔偿还没给', ['去年']],
    ['想问电梯困了人谁负责', ['想问']],
    ['小区电梯困人演练,现在正在放警报', ['演练']],
  ])('%s: nothing is raised, the agent asks', (text, against) => {
    expect(of(text)).toEqual({ urgency: 'U3', calm: against });
  });

  test.each([
    '上次修过,今天电梯又把人困住了,还在里面',
    '想问一下怎么办,电梯困了人,快来',
    `电梯里困了三个人。${'小区环境不错。'.repeat(30)}去年换的物业`,
  ])('%s: it is going on, or said of something else', (text) => {
    expect(of(text).urgency).toBe('U1');
  });
});

describe('words with a gap', () => {
  test.each(['高压线断了垂在路上', '电梯的门怎么按都打不开', '电线半夜掉下来'])('%s', (text) => {
    expect(of(text).urgency).toBe('U1');
  });

  test.each(['线路检修。树枝垂下来了', '电梯广告太响,家里大门上的锁用了很久很久还是不好打不开'])(
    '%s: not one thing',
    (text) => {
      expect(of(text).urgency).toBe('U3');
    },
  );
});

test('any text is heard in little time and without a fault', () => {
  const began = performance.now();
  for (const text of [
    '',
    '🙂🙂',
    '1'.repeat(100_000),
    '线'.repeat(100_000),
    'گاز سىزدى wire down dianti kun ren',
  ])
    expect(of(text).urgency).toBe('U3');
  expect(performance.now() - began).toBeLessThan(1000);
});
