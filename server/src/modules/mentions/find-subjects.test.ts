import { describe, expect, test } from 'vitest';
import { exampleGazetteer } from './example-areas.ts';
import { findSubjects } from './find-subjects.ts';
import { subjectKey, subjectLikeness } from './subject-key.ts';

const gazetteer = exampleGazetteer([]);

describe('which thing', () => {
  test.each([
    ['白鹭镇桥头村鑫隆养鸡场污水乱排到沟里', '鑫隆养鸡场', 'farm'],
    ['松湖鑫隆鸡场晚上臭得没法开窗', '鑫隆鸡场', 'farm'],
    ['投诉云溪市宏远建筑劳务有限公司拖欠工资', '宏远建筑劳务有限公司', 'company'],
    ['青石镇有家鸿运石材厂半夜施工噪音扰民', '鸿运石材厂', 'site'],
    ['锦绣花园小区的电梯坏了三天', '锦绣花园小区', 'estate'],
    ['育才小学门口每天堵车', '育才小学', 'school'],
    ['望江楼景区乱收费', '望江楼景区', 'scenic'],
    ['松湖鑫宏劳务欠我们三个月工资', '鑫宏劳务', 'company'],
    ['旁边的海鑫化工半夜排黑烟', '海鑫化工', 'company'],
    ['冬梅小酒馆半夜唱歌', '冬梅小酒馆', 'shop'],
  ])('%s', (text, said, kind) => {
    expect(findSubjects(text, gazetteer)[0]).toMatchObject({ text: said, kind });
  });

  test.each([
    '附近超市太少',
    '某公司拖欠工资',
    'XX小区漏水',
    '各大银行的规定',
    '怎样办社保卡',
    '城市建设和义务教育都要抓',
    '东西租给公司了',
    '',
    '😀'.repeat(60_000),
  ])('%j names none', (text) => {
    expect(findSubjects(text, gazetteer)).toEqual([]);
  });
});

describe('one thing by many spellings', () => {
  const likeness = (a: string, b: string): number => {
    const [left, right] = [subjectKey(a), subjectKey(b)];
    return left && right ? subjectLikeness(left, right) : -1;
  };

  test.each([
    ['鑫隆养鸡场', '鑫隆鸡场'],
    ['鑫隆养鸡场', '新隆养鸡场'],
    ['云溪市鑫隆养殖有限公司', '鑫隆养殖有限责任公司'],
    ['鑫隆贸易有限公司(松湖分店)', '云溪鑫隆贸易公司'],
    ['锦绣花园', '锦绣花园小区'],
    ['鑫宏劳务', '云溪市鑫宏建筑劳务有限公司'],
    ['鼎盛电梯', '鼎盛电梯工程有限公司'],
    ['育才小学食堂', '育才小学'],
    ['盛世豪庭小区物业', '盛世豪庭物业公司'],
  ])('%s ~ %s', (a, b) => {
    expect(likeness(a, b)).toBeGreaterThan(0.6);
  });

  test.each([
    ['鑫隆养鸡场', '金旺养鸡场'],
    ['育才小学', '育英小学'],
    ['锦绣花园', '翠湖花园'],
    ['第一医院', '第二医院'],
    ['宏达化工', '宏达家具有限公司'],
    ['恒泰嘉园', '恒泰房地产开发有限公司'],
  ])('%s is not %s', (a, b) => {
    expect(likeness(a, b)).toBeLessThanOrEqual(0.5);
  });

  test('no key without a name', () => {
    expect(subjectKey('有限公司')).toBeNull();
    expect(subjectKey('A公司')).toBeNull();
    expect(subjectKey('')).toBeNull();
  });
});
