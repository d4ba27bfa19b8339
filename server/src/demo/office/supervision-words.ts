import type { Instrument, WrittenLevel } from '@minsheng/contract/words/supervision.ts';

export interface SupervisionWords {
  level: WrittenLevel;
  instrument: Instrument;
  daysAgo: number;
  reason: string;
  demands: string;
  answer: string;
  until: 'dismissed' | 'open' | 'answered' | 'sent-back' | 'closed';
}

/** 演示督办, invented: every level above urging, most of its instruments. */
export const supervisionWords: readonly SupervisionWords[] = [
  {
    level: 'S2',
    instrument: 'notice',
    daysAgo: 6,
    reason: '办理已超时,诉求人两次来电询问进展。',
    demands: '两个工作日内办结,或者写明进展、原因和完成时间。',
    answer: '已安排专人负责,材料今天到位,明天完成并联系诉求人确认。',
    until: 'closed',
  },
  {
    level: 'S3',
    instrument: 'work-reminder',
    daysAgo: 5,
    reason: '同类诉求超时较多,需要从工作安排上改进。',
    demands: '说明超时原因,调整人员安排,报送一周内的办理计划。',
    answer: '正在办理,会尽快完成。',
    until: 'sent-back',
  },
  {
    level: 'S2',
    instrument: 'notice',
    daysAgo: 4,
    reason: '超时满一个工作日,没有说明原因。',
    demands: '两个工作日内书面反馈办理情况。',
    answer: '现场已处理,正在收集照片,今天内提交答复。',
    until: 'answered',
  },
  {
    level: 'S2',
    instrument: 'notice',
    daysAgo: 5,
    reason: '超时,且联系诉求人不及时。',
    demands: '先联系诉求人说明情况,两个工作日内反馈。',
    answer: '已联系。',
    until: 'open',
  },
  {
    level: 'S2',
    instrument: 'notice',
    daysAgo: 3,
    reason: '承办单位昨天已当面说明,今天即可办结,暂不督办。',
    demands: '按说明的时间办结。',
    answer: '按时办结。',
    until: 'dismissed',
  },
  {
    level: 'S3',
    instrument: 'site-visit',
    daysAgo: 2,
    reason: '诉求人说现场没有人来过,与承办单位说法不一致。',
    demands: '到现场看是否有人处理过,拍全景,问一问附近的人。',
    answer: '正在处理。',
    until: 'open',
  },
  {
    level: 'S4',
    instrument: 'leaders-note',
    daysAgo: 3,
    reason: '请承办单位主要负责人过问,本周内拿出办法。',
    demands: '主要负责人牵头,五个工作日内报送解决办法和时间表。',
    answer: '主要负责人已召开专题会。',
    until: 'open',
  },
  {
    level: 'S4',
    instrument: 'interview',
    daysAgo: 4,
    reason: '书面督办后仍未办结,约谈分管负责人。',
    demands: '当面说明卡在哪里、需要谁支持、何时办结。',
    answer: '分管负责人已到热线中心说明情况,缺口资金已落实,下周三前完工。',
    until: 'answered',
  },
  {
    level: 'S5',
    instrument: 'media',
    daysAgo: 2,
    reason: '多次督办仍未整改,列入媒体问效。',
    demands: '配合采访,公开答复整改时间,每天报送进展。',
    answer: '已向媒体说明整改安排。',
    until: 'open',
  },
];
