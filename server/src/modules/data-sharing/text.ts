import type { ShareState } from '@minsheng/contract/words/sharing.ts';

/** What a peer reads, and what stands beside a subscription. */
export const text = {
  noShare: '没有找到这项数据共享,请核对编号。',
  badMessage: '内容不合约定,请按 field 所指改正。',
  noCursor: '游标写法不对,请用上一批给出的 next。',
  noFields: (field: string) => `字段 ${field} 不在可共享的清单里,请删去。`,
  noUntil: '到期时间要晚于现在,不超过 366 天。',
  sameId: '这个编号已经用过。',
  notActive: {
    'our-turn': '本中心还没有批准这项数据共享。',
    'their-turn': '贵方还没有批准这项数据共享。',
    active: '正在共享。',
    expired: '这项数据共享已经到期,请重新申请。',
    refused: '这项数据共享没有获准。',
    revoked: '这项数据共享已经撤销。',
  } satisfies Record<ShareState, string>,
  silent: '对方没有答复,稍后自动再发。',
  peerOff: '对接方已停用,启用后自动告知对方。',
  refusedThere: (says: string) => `对方不接受:${says}`,
  badPage: '对方给出的内容不合约定,没有入库。',
} as const;
