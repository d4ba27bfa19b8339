import { describe, expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import * as matters from '../matters/index.ts';
import { answered, dangerReader, readAppeal, readDanger } from './index.ts';

const data = {
  kinds: [
    { code: 'lift', name: '有人困在电梯', time: 'any' },
    { code: 'fire', name: '起火', time: 'any' },
  ],
  groups: [
    { code: 'inside', words: ['里面', '里头'] },
    { code: 'thanks', words: ['谢谢', '感谢'] },
  ],
  examples: [
    { kind: 'lift', texts: ['电梯停住了里面有人', '门开不了人在里头', '按铃没人应我们在里面'] },
    { kind: 'fire', texts: ['楼上冒烟', '火很大快来', '烟从门缝出来里面有人'] },
    { kind: 'calm', texts: ['谢谢修好了电梯', '感谢师傅', '电梯广告太多', '路灯不亮'] },
  ],
} as const;

describe('what a text sounds like', () => {
  const reader = dangerReader(data);

  test('the kind, how strongly, and words of the city that weighed', () => {
    const lift = readDanger(reader, '我们在里头,按铃没人应');
    expect(lift?.kind.code).toBe('lift');
    expect(lift?.strength).toBeGreaterThan(0);
    expect(lift?.words).toContain('里头');
    expect(readDanger(reader, '谢谢,电梯修好了')?.strength).toBeLessThan(0);
  });

  test('the same examples read the same, and what a lesson taught one reader no other knows', () => {
    const again = readDanger(dangerReader(data), '烟从楼上出来了');
    expect(again).toEqual(readDanger(reader, '烟从楼上出来了'));
  });

  test.each([
    ['nothing', ''],
    ['a wall of numbers', '1234567890'.repeat(50)],
    ['pinyin', 'jiu ming zhao huo le'],
    ['Uyghur letters', 'ياردەم قىلىڭلار'],
    ['pictures', '😀🔥🔥🔥'],
  ])('%s is not read', (_, text) => {
    expect(readDanger(reader, text)).toBeNull();
  });

  test('a hundred thousand characters get a calm answer', () => {
    expect(readDanger(reader, '哈'.repeat(100_000))?.strength).toBeLessThan(1);
  });
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const said = '数字停在三楼就没再动,我和奶奶在里头按什么都不亮';

test(
  'what a person says of one order is learnt by the next question, and a secret order teaches nothing',
  inCity(async ({ ctx, system, anOrder }) => {
    const read = async () => (await system.do(readAppeal, said))?.strength ?? 0;
    const isNoDanger = (orderId: string) =>
      system.do((own, id: string) => answered(own, id, false), orderId);
    const before = await read();
    await isNoDanger((await anOrder.waiting({ content: said, secrecy: 3 })).id);
    await pause(1_100);
    expect(await read()).toBe(before);
    await isNoDanger((await anOrder.waiting({ content: said })).id);
    await pause(1_100);
    expect(await read()).toBeLessThan(before);
    expect((await matters.dangerKinds(ctx)).length).toBeGreaterThan(20);
  }),
);
