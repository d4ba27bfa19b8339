interface Facts {
  orderNo: string;
  matter: string;
  unit: string;
  due: string;
  isLate: boolean;
}

/** 督办文书里由系统填写的话: numbers and names of units only, nothing of the requester. */
export const instrumentWords = {
  subject: (orderNo: string) => `工单${orderNo}办理事项`,
  task: (orderNo: string, level: string) => `工单${orderNo}${level}`,
  somewhere: (orderNo: string) => `工单${orderNo}反映的地点`,
  facts: ({ orderNo, matter, unit, due, isLate }: Facts) =>
    [
      `工单${orderNo}(${matter})由${unit}承办。`,
      due === '' ? '' : `应于${due}前办结${isLate ? ',目前已超过时限' : ''}。`,
    ].join(''),
} as const;

const spanWords = {
  'working-days': (days: number) => `${days}个工作日`,
  'working-minutes': (minutes: number) => `${minutes / 60}个工作小时`,
  'natural-minutes': (minutes: number) => `${minutes / 60}小时`,
} as const;

type Limit =
  | { kind: 'working-days'; days: number }
  | { kind: 'working-minutes' | 'natural-minutes'; minutes: number };

/** 反馈时限 in words. */
export const limitWords = (limit: Limit): string =>
  limit.kind === 'working-days'
    ? spanWords['working-days'](limit.days)
    : spanWords[limit.kind](limit.minutes);

export const supervisionText = {
  system: '系统',
  byLetter: '已通过公文反馈,内容见公文。',
  approved: '答复审核通过,催办自动销号。',
  sheet: {
    fileName: '督办台账.xlsx',
    name: '督办台账',
    aboutName: '说明',
    columns: [
      { heading: '工单编号', width: 22 },
      { heading: '标题', width: 40 },
      { heading: '级别', width: 12 },
      { heading: '事由', width: 20 },
      { heading: '方式', width: 14 },
      { heading: '被督办单位', width: 28 },
      { heading: '状态', width: 16 },
      { heading: '发起时间', width: 18 },
      { heading: '反馈期限', width: 18 },
      { heading: '是否逾期', width: 10 },
      { heading: '销号时间', width: 18 },
    ],
    rows: (count: number) => `共 ${count} 条督办`,
    yes: '是',
    no: '',
  },
} as const;

/** 机制自动立项的理由. */
export const repeatWords = '同一项目、单位或商户再次被投诉,按本市机制自动立项督办。';
