export const checkPageText = {
  title: '核查申诉',
  tabs: '核查与申诉列表',
  tab: {
    'false-open': '虚假办结待认定',
    'false-confirmed': '已认定虚假办结',
    county: '申诉·县区复核',
    city: '申诉·市复核',
    director: '申诉·主任复核',
    exclusions: '剔除清单',
  },
  listLabel: '工单列表',
  empty: {
    'false-open': '没有等待认定的虚假办结。',
    'false-confirmed': '没有已认定的虚假办结。',
    contests: '没有等待这一级复核的申诉。',
    exclusions: '这个月没有不计入考核的评价。',
  },
  byUnit: '近 365 天各单位认定数',
  times: (name: string, count: number) => `${name} ${count} 件`,
  month: '月份',
  byCode: '本月各理由件数',
} as const;
