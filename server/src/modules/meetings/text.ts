const longestTitle = 80;

/** 议定事项 as the title of its task. */
export const decisionTitle = (about: string): string =>
  `落实议定事项:${about}`.slice(0, longestTitle);

export const minutesText = {
  title: (title: string) => `${title}纪要`,
  number: (no: string) => `会议纪要 ${no}`,
  held: (at: string, place: string) => `时间:${at};地点:${place}。`,
  came: (who: string) => `到会:${who}。`,
  absent: (who: string) => `缺席:${who}。`,
  /** In brackets within a sentence: a full stop of its own would stand before the bracket. */
  inBrackets: (words: string) => words.replace(/[。.;;,,\s]+$/, ''),
  agendaHead: '一、议题',
  recordHead: '二、会议情况',
  decisionsHead: '三、议定事项',
  item: (no: number, words: string) => `${no}. ${words}`,
  decision: ({ no, words, unit, on }: { no: number; words: string; unit: string; on: string }) =>
    `${no}. ${words}(责任单位:${unit},${on}前完成)`,
  nothingDecided: '本次会议没有议定事项。',
  noOne: '无',
} as const;

export const sheetText = {
  fileName: '会议.xlsx',
  sheetName: '会议',
  aboutName: '导出说明',
  rows: (count: number) => `共 ${count} 次会议`,
  columns: [
    { heading: '编号', width: 12 },
    { heading: '会议名称', width: 40 },
    { heading: '状态', width: 12 },
    { heading: '开始时间', width: 18 },
    { heading: '地点', width: 26 },
    { heading: '参会单位数', width: 12 },
    { heading: '到会单位数', width: 12 },
    { heading: '议定事项数', width: 12 },
  ],
} as const;
