import { expect, test } from 'vitest';
import { closenessOf, marksOf, type Reading } from './topic-model.ts';

const read = (kind: string, texts: readonly string[]): Reading[] =>
  texts.map((text, no) => ({ id: `${kind} ${no}`, marks: marksOf(text) }));

const doings = ['推上楼充电', '在楼道充电', '电瓶拿回家充电', '堵着楼梯充电'];
const tails = ['半夜很危险', '物业不管', '说过好几次', '怕着火'];
const others = ['路灯', '医保', '公交', '自来水', '学区', '垃圾桶', '宅基地'];
const ills = ['坏了很久', '怎么办理', '又涨价', '说法不一'];

test('where every word of a topic is used by many, the one that fewest use begins', () => {
  const topic = read(
    'topic',
    doings.flatMap((doing) => tails.map((tail) => `电动车${doing},${tail}。`)),
  );
  const rest = read(
    'rest',
    others.flatMap((what) => ills.flatMap((ill) => tails.map((tail) => `${what}${ill},${tail}。`))),
  );
  const signs = { terms: ['楼道'], belongs: new Set<string>(), others: new Set<string>() };
  const found = [...closenessOf([...topic, ...rest], signs)].filter(([, close]) => close >= 50);
  expect(found.map(([id]) => id).filter((id) => id.startsWith('topic')).length).toBeGreaterThan(3);
  expect(found.filter(([id]) => id.startsWith('rest'))).toEqual([]);
});
