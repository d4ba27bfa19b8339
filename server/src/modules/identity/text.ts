/** 导出说明. */
export const aboutExportWords = (by: {
  who: string;
  when: string;
  purpose: string;
  rows: string;
}): string[] => [
  `导出人:${by.who}`,
  `导出时间:${by.when}`,
  `用途:${by.purpose}`,
  `${by.rows}。不含诉求人信息和保密工单;仅限上述用途,不得外传。`,
];
