export const rightsText = {
  waits: '授权待复核',
  onlyWaiting: '只看授权待复核的',
  asked: (by: string, at: string) => `${by === '' ? '系统管理员' : by} ${at} 提出,复核同意后生效:`,
  confirm: '复核同意',
  confirmAsk: '同意后马上生效。请核对本人、单位和岗位。',
  confirmed: '已同意,马上生效',
  refuse: '不同意',
  refuseHelp: '账号保持原来的权限。',
  refused: '已退回',
  forAdmin: '由安全管理员复核。再改一次,会替换这次申请。',
  madeWaits: '授权待安全管理员复核:复核同意前,本人可以登录、改密码,但不能办事。',
  changedWaits: '已提交,授权待安全管理员复核后生效',
} as const;
