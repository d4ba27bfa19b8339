/** 专报写什么: days of the city, a campaign, or a key date. */
export const briefAbouts = ['days', 'campaign', 'node'] as const;
export type BriefAbout = (typeof briefAbouts)[number];
export const briefAboutLabel: Record<BriefAbout, string> = {
  days: '一段日子',
  campaign: '一个专题',
  node: '一个重要节点',
};

/** 一节里是什么: words are a person's, everything else is counted as of the cutoff. */
export const sectionHolds = [
  'figures',
  'matters',
  'funnel',
  'problems',
  'measures',
  'zeros',
  'words',
] as const;
export type SectionHolds = (typeof sectionHolds)[number];
export const sectionHoldsLabel: Record<SectionHolds, string> = {
  figures: '主要指标',
  matters: '反映较多的事项',
  funnel: '整治进展',
  problems: '问题清单',
  measures: '长效机制',
  zeros: '关注对象',
  words: '人写的文字',
};

export const briefStates = ['making', 'drafting', 'signed', 'withdrawn'] as const;
export type BriefState = (typeof briefStates)[number];
export const briefStateLabel: Record<BriefState, string> = {
  making: '正在统计',
  drafting: '拟稿',
  signed: '已签发',
  withdrawn: '已作废',
};
