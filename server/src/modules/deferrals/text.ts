/** Who decides, as a refusal says it. */
export const deciderName = { director: '中心主任', centre: '中心(班长或审核员)' } as const;

/** 时长单位 an extension counts in. */
export const spanUnit = {
  'working-days': '个工作日',
  'working-minutes': '个工作小时',
  'natural-minutes': '小时',
} as const;
