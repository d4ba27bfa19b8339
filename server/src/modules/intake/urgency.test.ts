import { urgencies } from '@minsheng/contract/words/order.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type UrgencyFacts, type UrgencyTrigger, urgencyOf } from './urgency.ts';

function trigger(code: string, words: string, rest: Partial<UrgencyTrigger> = {}): UrgencyTrigger {
  return {
    code,
    words: words.split('|'),
    needs: [],
    unless: [],
    time: 'any',
    raisesTo: 'U1',
    linkage: ['jj110'],
    ...rest,
  };
}

const triggers = [
  trigger('trapped', '被困|困在|出不来', { unless: ['已经救出', '堵车'] }),
  trigger('electric', '触电|漏电', { unless: ['接触电话'] }),
  trigger('gas', '漏气|煤气味', { unless: ['没有漏气', '轮胎漏气'] }),
  trigger('suicide', '自杀|轻生|跳楼'),
  trigger('lost', '走失|走丢|不见了', {
    needs: [['老人', '孩子', '小孩', '儿童']],
    unless: ['猫', '狗'],
  }),
  trigger('crowd', '聚集|围堵'),
  trigger('wages', '讨薪|欠薪|工资', { needs: [['爬塔吊', '楼顶', '堵门']] }),
  trigger('poisoning', '食物中毒|上吐下泻'),
  trigger('manhole', '井盖', {
    needs: [['缺失', '没了', '没有盖', '敞开']],
    unless: ['已修好'],
    time: 'night',
  }),
  trigger('exam', '噪音|施工', { needs: [['考点', '高考']], time: 'exam' }),
  trigger('sewage', '污水', { needs: [['溢出', '外溢']], raisesTo: 'U2' }),
];

function of(text: string, more: Partial<UrgencyFacts<UrgencyTrigger>> = {}) {
  const { urgency, raisedBy } = urgencyOf({
    text,
    matterUrgency: 'U3',
    isNight: false,
    isExamDay: false,
    isNearQuiet: false,
    triggers,
    calm: [],
    reading: null,
    ...more,
  });
  return {
    urgency,
    raisedBy: raisedBy.map(({ trigger, words }) => ({ trigger: trigger.code, words })),
  };
}

describe('heard', () => {
  test.each([
    ['电梯坏了,里面有两个人被困', ['被困']],
    ['有没有人管,孩子困在电梯里', ['困在']],
    ['是不是漏电了,我手都麻了', ['漏电']],
    ['麻烦看看有没有漏气,厨房味道很重', ['漏气']],
    ['检查的人说没有漏气,可是厨房还在漏气', ['漏气']],
    ['物业没人处理漏气', ['漏气']],
    ['楼道里一股煤气味', ['煤气味']],
    ['我不想活了,要跳楼', ['跳楼']],
    ['我家老人昨晚走失了,到现在没回来', ['走失', '老人']],
    ['小孩在商场不见了', ['不见了', '小孩']],
    ['有一百多人在门口聚集', ['聚集']],
    ['工地欠薪三个月。工人现在都在楼顶', ['欠薪', '楼顶']],
    ['吃完酒席好多人上吐下泻', ['上吐下泻']],
    ['电 梯 里 有 人 被 困', ['被困']],
  ])('%s', (text, words) => {
    const { urgency, raisedBy } = of(text);
    expect(urgency).toBe('U1');
    expect(raisedBy.map((raised) => raised.words)).toContainEqual(words);
  });
});

describe('not heard', () => {
  test.each([
    '电梯停运,没有被困人员',
    '电梯停了,没有人员被困',
    '电梯故障,无人被困',
    '电梯故障,未发现有人被困',
    '堵车厉害,被困在高架上两个小时',
    '刚才被困的人已经救出',
    '我接触电话销售的,想咨询社保',
    '轮胎漏气,附近哪里有修车的',
    '师傅检查过,没有漏气',
    '建议学校开展预防触电的安全课',
    '请加装护栏,防止触电',
    '我家的猫走失了,邻居老人看见过',
    '小区里老人多,晚上找不到停车位',
    '没有发生食物中毒',
    '公司工资发晚了两天',
    '路灯不亮',
    '',
  ])('%s', (text) => {
    expect(of(text)).toEqual({ urgency: 'U3', raisedBy: [] });
  });

  test('words far apart speak of different things', () => {
    const apart = `小区老人很多,${'物业一直不来打扫卫生,'.repeat(8)}垃圾桶也不见了`;
    expect(of(apart).urgency).toBe('U3');
  });

  test('an exception holds for its own sentence only', () => {
    expect(of('昨天的猫找到了。今天我家小孩走失了').urgency).toBe('U1');
  });
});

describe('time', () => {
  test('a missing manhole cover is more urgent at night', () => {
    expect(of('新华路井盖缺失', { isNight: true })).toEqual({
      urgency: 'U1',
      raisedBy: [{ trigger: 'manhole', words: ['井盖', '缺失'] }],
    });
    expect(of('新华路井盖缺失').urgency).toBe('U3');
  });

  test('where the trigger is about something missing, "没有" does not take it back', () => {
    expect(of('路中间没有井盖,井口敞开着', { isNight: true }).urgency).toBe('U1');
    expect(of('井盖缺失的地方已修好', { isNight: true }).urgency).toBe('U3');
  });

  test('noise at an exam place counts on exam days', () => {
    expect(of('高考考点旁边施工', { isExamDay: true, isNearQuiet: false }).urgency).toBe('U1');
    expect(of('高考考点旁边施工').urgency).toBe('U3');
  });
});

describe('levels', () => {
  test('the most urgent trigger decides, and only those that raise are named', () => {
    expect(of('污水溢出,有人触电')).toMatchObject({
      urgency: 'U1',
      raisedBy: [{ trigger: 'electric' }, { trigger: 'sewage' }],
    });
    expect(of('污水溢出', { matterUrgency: 'U2' })).toEqual({ urgency: 'U2', raisedBy: [] });
    expect(of('有人触电', { matterUrgency: 'U1' })).toEqual({ urgency: 'U1', raisedBy: [] });
  });

  test('what is heard is kept even where the matter alone is as urgent', () => {
    const facts = {
      matterUrgency: 'U1',
      isNight: false,
      isExamDay: false,
      isNearQuiet: false,
      triggers,
      calm: [],
      reading: null,
    } as const;
    const { heard } = urgencyOf({ ...facts, text: '有人触电,污水溢出' });
    expect(heard.map(({ trigger: { code } }) => code)).toEqual(['electric', 'sewage']);
  });

  test('no words ever lower the urgency of the matter', () => {
    const pieces = fc.array(
      fc.constantFrom('没有', '被困', '污水', '溢出', '老人', '走失', '。', '猫', '触电'),
    );
    fc.assert(
      fc.property(
        pieces,
        fc.constantFrom(...urgencies),
        fc.boolean(),
        (said, matterUrgency, isNight) => {
          const { urgency } = of(said.join(''), { matterUrgency, isNight });
          expect(urgencies.indexOf(urgency)).toBeLessThanOrEqual(urgencies.indexOf(matterUrgency));
        },
      ),
    );
  });
});
