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

/** 接口用量. */
export const useText = {
  title: '接口用量',
  about: '说明',
  columns: [
    { heading: '单位', width: 36 },
    { heading: '用过的密钥(个)', width: 16 },
    { heading: '调用(次)', width: 14 },
    { heading: '其中超限未办(次)', width: 18 },
  ],
  noUnit: '不代表单位',
  of: (month: string) => `${month},按账号现在所属的单位汇总。`,
  counted: (rows: number) => `${rows} 个单位`,
};
