/** 第几天: of each holiday that has the day. */
export const dayOfNode = (name: string, no: number): string => `${name}第${no}天`;
export const daysBefore = (name: string, days: number): string => `${name}前${days}天`;
export const daysAfter = (name: string, days: number): string => `${name}后${days}天`;
export const joined = '、';
export const ordinaryLabel = '平时';

/** 提醒函的内容, as it is proposed; a person changes it before it is approved. */
export const letterText = {
  subject: (node: string, object: string) => `${node}期间${object}服务保障`,
  basis: (windows: string) => `根据重要节点速办响应机制,我中心对${windows}期间的群众诉求作了分析。`,
  data: (object: string, people: number, orders: number, expected: number) =>
    `上述时段反映${object}的群众共${people}人,诉求${orders}件;按平时同样天数推算约${expected}人。`,
  noData: (object: string) => `${object}此前已被列为关注对象。`,
  problem: (no: number, words: string, people: number, quote: string) =>
    `(${no})${words}:${people}人反映,如“${quote}”。`,
  noProblem: '具体问题请结合本地掌握的情况一并研究。',
  advice: '请提前制定应急预案,会同有关部门研究,增加服务力量,加强人员培训和现场引导,备足应急措施。',
  replyBy: (on: string) => `请于${on}前反馈预案和落实情况。`,
} as const;
