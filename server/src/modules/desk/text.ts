import type { OrderStatus } from '@minsheng/contract/words/order.ts';

/** Words of the export. */
export const exportText = {
  fileName: '工单导出.xlsx',
  sheetName: '工单',
  aboutName: '导出说明',
  rows: (count: number) => `共 ${count} 件`,
  columns: [
    { heading: '工单编号', width: 24 },
    { heading: '状态', width: 10 },
    { heading: '诉求类型', width: 8 },
    { heading: '紧急程度', width: 8 },
    { heading: '渠道', width: 8 },
    { heading: '标题', width: 36 },
    { heading: '事项', width: 20 },
    { heading: '区域', width: 24 },
    { heading: '地点', width: 28 },
    { heading: '受理时间', width: 18 },
    { heading: '办结期限', width: 18 },
    { heading: '主办单位', width: 26 },
    { heading: '同一事项诉求数', width: 10 },
    { heading: '事项要素', width: 40 },
  ],
};

/** Who wrote or did something, where it was no account. */
export const orderText = {
  ofLast500: (right: number) => `最近 500 件中 ${right} 件`,
  orders: (count: number) => `${count} 件`,
  requester: '诉求人',
  system: '系统',
  link: '一线人员',
  machine: '接口',
  centre: '热线中心',
  givenUp: '到期没有等到,按现有情况办理',
  undone: '撤销上一步',
  yes: '是',
  no: '否',
};

/** 现在由谁办, by stage. */
export const holderLabel: Record<OrderStatus, string> = {
  'to-accept': '受理席',
  'in-transfer': '受理席跟踪,等待对方反馈',
  'to-dispatch': '派单席',
  'in-progress': '承办单位',
  'in-dispute': '裁定退单,首接单位继续联系诉求人',
  'need-info': '等待诉求人补充信息',
  suspended: '挂起,等待条件具备',
  parked: '挂账,按节点推进',
  merged: '与另一件工单一并办理',
  'reply-review': '审核席',
  'call-back': '回访席',
  closed: '已结案',
  archived: '已归档',
  answered: '已直接答复',
  disposed: '已分类告知',
  transferred: '已转接',
  withdrawn: '诉求人已撤回',
};
export const signOffLabel = '单位领导签批';

export const clockText = {
  none: '',
  dispatchDay: '当天不计,下一个工作日起算',
  dispatchedLate: '下班后或休息日开始的,算作这一天;当天不计,下一个工作日起算',
  workingDays: (days: number) => (days > 1 ? `只计办公时间,共 ${days} 天` : ''),
  everyHour: '连续计时,夜间和节假日都算',
  shifted: (original: string) => `原定 ${original},因暂停顺延`,
  extended: (original: string) => `原定 ${original},经批准延期`,
  cutByParent: '不晚于上级单位剩余的时限',
  pauses: { 'need-info': '等待补充信息', suspended: '挂起' } as Readonly<Record<string, string>>,
};

/** 结案方式 as events name it. */
export const closeKindLabel: Readonly<Record<string, string>> = {
  solved: '已解决',
  'unsolved-objective': '因客观原因未解决,已说明',
  unreached: '多次未接通',
  'not-wanted': '诉求人不要求回访',
};

/** 审核退回原因. */
export const rejectReasonLabel: Readonly<Record<string, string>> = {
  template: '套话',
  'not-to-the-point': '答非所问',
  'evidence-missing': '缺少证据',
  'wrong-fact': '事实不符',
  other: '其他',
};
