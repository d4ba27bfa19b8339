import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { gazetteerOf } from '../mentions/index.ts';
import { findProblems, type Problem } from './find-problems.ts';
import type { Message } from './message.ts';
import { pairRule } from './same-thing-rules.ts';

const gazetteer = gazetteerOf({ areas: [], aliases: [], learnt: [] });

function found(messages: readonly Message[]): readonly Problem[] {
  return findProblems(messages, { gazetteer, pairRule, progress: () => {} });
}

let number = 0;
function told(title: string, detail: string, day = 1, matter: string | null = null): Message {
  number += 1;
  const at = new Date(Date.UTC(2025, 2, day));
  return {
    id: `m${number}`,
    person: `p${number}`,
    title,
    detail,
    at,
    matter,
    area: null,
  };
}

const mixer = [
  told(
    '青岚苑旁边的搅拌站粉尘扰民',
    '青岚苑小区西侧新建了混凝土搅拌站,整天粉尘,罐车进出噪音很大',
    1,
    '040303',
  ),
  told(
    '投诉青岚苑附近搅拌站噪音',
    '搅拌站夜里还在生产,罐车的噪音让人睡不着,青岚苑的住户都受不了',
    4,
    '040303',
  ),
  told(
    '请查一查青岚苑西侧的搅拌站',
    '混凝土搅拌站离青岚苑居民楼只有几十米,粉尘落满阳台',
    9,
    '040303',
  ),
  told('A3区青岚苑小区搅拌站污染', '搅拌站粉尘污染,老人咳嗽,青岚苑小区没人敢开窗', 12, '040303'),
];
/** What is rare is only known among many: appeals about everything a city hears. */
const background = readFileSync(
  new URL('../../../../evals/orders/choose.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) =>
    z
      .object({
        title: z.string().nullable(),
        detail: z.string(),
        label: z.string(),
        at: z.string(),
      })
      .parse(JSON.parse(line)),
  )
  .filter((_, at) => at % 2 === 0)
  .map(({ title, detail, label, at }) => ({
    ...told(title ?? '', detail, 1, label),
    at: new Date(at),
  }));

const others = [
  told('青岚苑物业不退装修押金', '装修完工半年,青岚苑物业一直不退三千元装修押金', 3, '020102'),
  told('青岚苑门口路灯不亮', '青岚苑南门的路灯坏了一个月,晚上看不见路', 6, '010105'),
  told('金桂湾小区电梯停运', '金桂湾5号楼电梯停运两周,维保单位说等配件', 8, '020203'),
  told('玉兰里小区电梯停运', '玉兰里的电梯昨天起停运,老人下不了楼', 8, '020203'),
  told('异地就医怎么备案', '父亲在外省住院,想问异地就医备案要什么材料', 2),
  told('驾驶证换证地点', '请问驾驶证到期换证去哪里办', 7),
];

/** The problems that any of these are in, by the ids of these alone. */
function holding(problems: readonly Problem[], messages: readonly Message[]): string[][] {
  const own = new Set(messages.map(({ id }) => id));
  return problems
    .map(({ ids }) => ids.filter((id) => own.has(id)).toSorted())
    .filter((ids) => ids.length > 0);
}
const idsOf = (messages: readonly Message[]): string[] => messages.map(({ id }) => id).toSorted();

test('what four people tell of one thing is one problem, named by place and happening', () => {
  const problems = found([...mixer, ...others, ...background]);
  const mixed = problems.find(({ ids }) => mixer.some(({ id }) => ids.includes(id)));
  expect(mixed?.ids.toSorted()).toEqual(idsOf(mixer));
  expect(mixed?.people).toBe(4);
  expect(mixed?.name).toContain('青岚苑');
  expect(mixed?.name).toContain('搅拌站');
  expect(mixed?.names[0]).toMatchObject({ term: expect.stringContaining('青岚苑') });
});

test('the same street alone and the same matter alone make no problem', () => {
  const alone = [
    told('长桥路路灯不亮', '长桥路中段路灯坏了,晚上看不清路面,骑车的人摔了两次', 1, '010105'),
    told('长桥路有人乱倒装修垃圾', '长桥路边堆了一车装修垃圾,雨一淋满地泥浆,没人来清', 1, '030201'),
    told('长桥路的公交站牌被撞歪', '公交站牌歪在人行道上,玻璃碎了一地,长桥路口', 1, '050101'),
    told('松涛花园广场舞太吵', '松涛花园每晚广场舞音响震天,孩子写不了作业', 1, '040302'),
    told('荷塘佳园广场舞噪音', '荷塘佳园门口的广场舞跳到十点,老人心脏受不了', 1, '040302'),
    told('云锦花园广场舞扰民', '云锦花园对面空地跳舞,三个音箱比着放', 1, '040302'),
  ];
  const together = holding(found([...alone, ...others, ...background]), alone);
  expect(together.filter((ids) => ids.length > 2)).toEqual([]);
});

test('no message is in two problems, and one person telling twice is one person', () => {
  const [first = told('', '')] = mixer;
  const again = { ...told(first.title, first.detail, 20), person: first.person };
  const problems = found([...mixer, again, ...others, ...background]);
  const ids = problems.flatMap((problem) => problem.ids);
  expect(new Set(ids).size).toBe(ids.length);
  const mixed = problems.find((problem) => problem.ids.includes(again.id));
  expect(mixed?.ids).toHaveLength(5);
  expect(mixed?.people).toBe(4);
});

test('empty, endless, foreign and senseless words are calm: no problem is made of them', () => {
  const odd = [
    '',
    '。。。',
    '😀😀😀',
    '1'.repeat(100_000),
    '啊'.repeat(100_000),
    'ni hao',
    'بۇ يول',
  ];
  const senseless = [...odd.map((words) => told('', words)), told('', '')];
  expect(holding(found([...senseless, ...background]), senseless)).toEqual([]);
  expect(found([])).toEqual([]);
  expect(found([told('', '')])).toEqual([]);
});

test('numbers that name a person are in no name and in no example', () => {
  const phone = ['138', '0000', '0000'].join('');
  const numbered = mixer.map((message) => ({ ...message, title: `${message.title}电话${phone}` }));
  for (const { name, example, words } of found([...numbered, ...background]))
    expect(JSON.stringify({ name, example, words })).not.toContain(phone);
});
