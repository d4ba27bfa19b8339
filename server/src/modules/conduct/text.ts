/** What the letter that hands over a clue says; whoever drafted it may add to it before it is approved. */
export const clueText = {
  subject: '涉嫌违法来电线索',
  facts: (at: string, grounds: string) =>
    `${at} 前后,热线接到一通来电,话务员当场记录的情形是“${grounds}”,经中心主任核对,认为涉嫌违法。`,
  earlier: (warnings: number, orders: number, unsolved: number) =>
    `这个号码 30 天内经劝导提醒 ${warnings} 次;最近登记诉求 ${orders} 件,其中没有真正解决的 ${unsolved} 件,热线照常受理和办理。`,
} as const;
