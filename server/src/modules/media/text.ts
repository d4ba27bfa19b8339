/** Words the machine writes for the media desk: drafts a person goes on from, feeds, tasks. */
export const mediaText = {
  feedTitle: (city: string) => `${city}12345 民生报道与热点问答`,
  feedAbout: '经三审发布,更正与撤回一并公开;不含个人信息。',
  corrected: (on: string, reason: string) => `更正(${on}):${reason}`,
  withdrawnTitle: (no: number) => `【撤回】第${no}号`,
  withdrawn: (on: string, reason: string) => `本文已撤回(${on}):${reason}`,
  correctedTitle: (title: string) => `【更正】${title}`,
  orderTopic: (asked: string, answer: string | null) =>
    answer === null ? `群众反映:${asked}` : `群众反映:${asked}\n办理结果:${answer}`,
  campaign: (words: string, entries: readonly string[]) => [words, ...entries].join('\n'),
  ledger: (of: { sites: number; closed: number; gone: number }) =>
    `从一件诉求查到同类点位${of.sites}处,已销账${of.closed}处,核销${of.gone}处,其余正在推进。`,
  node: (of: { first: string; last: string; objects: number }) =>
    `${of.first}至${of.last},热线提前关注${of.objects}个对象,发现问题提前提醒,期间来电优先办理。`,
  mechanism: (aim: string, of: { orders: number; open: number }) =>
    `${aim}今年归入工单${of.orders}件,还在办理${of.open}件。`,
  consentTakenBack: '当事人收回出镜或具名的同意',
  personErased: '当事人要求删除个人信息',
  promiseTitle: (leader: string) => `${leader}接听日承诺`,
} as const;
