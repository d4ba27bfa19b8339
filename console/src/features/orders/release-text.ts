/** Words for asking that what a search finds leaves the centre. */
export const askReleaseText = {
  release: '脱敏外发',
  ask: '提出申请',
  asked: '已提出申请,请另一位同事核对。',
  help: '给中心以外的人用:姓名、电话、证件号、车牌、住址由机器去除,再由另一位同事逐段核对,之后才能下载。不含工单编号、地址和诉求人。一次最多 200 件,保密工单不外发。',
  recipient: '接收方',
  recipientNeeded: '请写明交给谁',
  purpose: '用途',
  purposeNeeded: '请写明用途,至少 4 个字',
} as const;
