import { type ProgressStage, progressStageLabel } from '@minsheng/contract/words/exchange.ts';

/** What linkage writes on an order and to 110. */
export const text = {
  label: '110',
  noRow: (code: string) => `互转清单(110转12345)里没有 ${code} 这一行,请核对清单版本。`,
  stage: (stage: ProgressStage, words: string) => `110 ${progressStageLabel[stage]}:${words}`,
  accepted: (number: string) => `110 已接收,警单号 ${number}。`,
  returned: (reason: string) => `110 退回:${reason}`,
  result: (words: string) => `110 反馈:${words}`,
  added: (words: string) => `110 补充:${words}`,
  urging: (words: string) => `110 催办:${words}`,
  withdrawn: (reason: string) => `110 撤回:${reason}`,
  urged: '诉求人催办。',
  consultation: (day: string) => `12345与110会商(${day})`,
  secret: '(保密工单,标题不列出)',
  agenda: (orderNo: string, title: string) => `${orderNo} ${title}`.slice(0, 80),
  takenBack: '12345 已收回这一件,请停止处置或告知现场情况。',
} as const;
