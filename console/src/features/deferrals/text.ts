export const deferralsText = {
  title: '延期挂账',
  tabs: '延期挂账列表',
  tab: {
    asked: '待审批',
    open: '挂账台账',
    'ledger-late': '复核逾期',
    'report-late': '阶段报告逾期',
    cleared: '已销账',
  },
  exportHelp: '导出这一页签的全部挂账,不含保密工单。用途会记入日志。',
  fileName: { open: '挂账台账', cleared: '已销账台账' },
  listLabel: '工单列表',
  empty: {
    asked: '没有等待审批的延期、挂起或挂账申请。',
    open: '台账里没有挂账的工单。',
    'ledger-late': '没有逾期未复核的挂账。',
    'report-late': '没有逾期未写的阶段报告。',
    cleared: '还没有销账的工单。',
  },
} as const;
