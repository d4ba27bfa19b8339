export const campaignRefusals = {
  'campaigns.no-such-campaign': [404, '没有找到这个专题。'],
  'campaigns.no-such-snapshot': [404, '没有找到这次选题排序。'],
  'campaigns.no-such-entry': [404, '没有找到这个清单问题。'],
  'campaigns.closed': [409, '专题已经结束,不能再改。'],
  'campaigns.bad-period': [400, '诉求时段不对:结束不早于开始,不晚于今天,最长 {days} 天。'],
  'campaigns.quarter-needed': [400, '一季一专题要说明是哪个季度;年度行动不分季度。'],
  'campaigns.gathering': [409, '正在归拢诉求,完成后才能再开始。'],
  'campaigns.not-a-step': [409, '现在是“{from}”,不能改成“{to}”。'],
  'campaigns.elsewhere': [409, '所选诉求中有 {count} 件已在本专题的其他问题里,请先移出。'],
  'campaigns.not-in-it': [409, '所选诉求中有 {count} 件不在这个问题里,请刷新后再选。'],
  'campaigns.all-of-it': [409, '不能把全部诉求拆走,请改名或合并。'],
  'campaigns.other-campaign': [409, '两个问题不属于同一个专题,不能合并。'],
  'campaigns.twice-supervised': [
    409,
    '转媒体问效前要先督办至少两次,这个问题的诉求目前督办过 {count} 次。',
  ],
} as const;
