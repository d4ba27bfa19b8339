import type { LinkageList } from '@minsheng/contract';

export const consultText = {
  title: '双线会商',
  help: '系统按退单争议、涉稳线索和特急紧急超时提出议题,由您勾选后安排会商。议定事项在纪要签发后成为任务,办完前一直列在这里。',
  noProposals: '现在没有建议会商的工单。',
  held: '会商记录',
  decisions: (count: number, open: number) => `议定 ${count} 项,未办完 ${open} 项`,
  due: (at: string) => `${at} 前完成`,
  plan: (count: number) => `安排会商(${count} 件)`,
  planned: '已安排会商',
  startsAt: '时间',
  place: '地点',
  units: '参加单位',
  needed: '请填写',
} as const;

export const linkageText = {
  title: '双线协同(12345 与 110)',
  figures: '按机制统计',
  figuresHelp: '按发出(移来)的日期统计;接收、退回、反馈是这些件到现在的结果。',
  from: '从',
  until: '到',
  heads: ['机制', '事项', '发出或移来(件)', '接收(件)', '退回(件)', '反馈(件)'],
  none: '这段时间没有联动事项。',
  lists: '互转事项清单',
  listsHelp: '输入来电人说的话或编号检索。双方签字的清单才列出。',
  list: { 'to-110': '12345转110', 'from-110': '110转12345' } satisfies Record<LinkageList, string>,
  search: '检索',
  rowHeads: ['编号', '类别', '事项', '版本', '签字日期'],
  invented: (version: string) => `${version}(演示数据,未经签订)`,
  noRows: '没有相符的事项。',
  more: '还有更多,请输入更具体的说法。',
} as const;
