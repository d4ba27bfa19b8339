export const homeText = {
  title: '12345 政务服务便民热线',
  lead: '说一件事，有人管，有回音。',
  appeal: '我要反映',
  appealHint: '咨询、求助、投诉、举报、建议、表扬',
  track: '查进度',
  trackHint: '用单号和查询码查看、补充、催办、评价',
  campaigns: '专题治理进展',
  campaignsHint: '大家反映多的事，办到了哪一步',
  ledger: '公开挂账',
  ledgerHint: '合理但现在办不了的事，原因和打算都写在这里',
  call: '打电话说：12345',
  demo: '这是演示系统，请不要填写真实的个人信息。',
} as const;
