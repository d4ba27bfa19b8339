export const ledgerText = {
  system: '系统',
  writtenOff: '核销',
  fileName: '台账点位.xlsx',
  templateName: '点位导入模板.xlsx',
  sheetName: '点位',
  aboutName: '填写说明',
  exportAboutName: '导出说明',
  rows: (count: number) => `共 ${count} 个点位`,
  yes: '是',
  columns: [
    { heading: '序号', width: 6 },
    { heading: '地址', width: 28 },
    { heading: '区域', width: 20 },
    { heading: '楼栋', width: 9 },
    { heading: '类型', width: 10 },
    { heading: '面积(平方米)', width: 14 },
    { heading: '权属状况', width: 12 },
    { heading: '处置措施', width: 12 },
    { heading: '责任单位', width: 24 },
    { heading: '计划完成日', width: 12 },
    { heading: '状态', width: 8 },
    { heading: '状态自', width: 17 },
    { heading: '逾期', width: 6 },
    { heading: '挂接工单', width: 9 },
    { heading: '来源', width: 10 },
    { heading: '核销原因', width: 20 },
  ],
} as const;

/** Columns of the template, in the order they are shown; found by their headings. */
export const importColumns = {
  address: { heading: '地址', width: 36 },
  area: { heading: '区域代码', width: 16 },
  building: { heading: '楼栋', width: 14 },
  kind: { heading: '类型', width: 14 },
  size: { heading: '面积(平方米)', width: 12 },
  legalState: { heading: '权属状况', width: 18 },
  measure: { heading: '处置措施', width: 18 },
  unit: { heading: '责任单位代码', width: 18 },
  planOn: { heading: '计划完成日', width: 14 },
  lng: { heading: '经度', width: 12 },
  lat: { heading: '纬度', width: 12 },
  contactName: { heading: '联系人', width: 12 },
  contactPhone: { heading: '联系电话', width: 16 },
} as const;
export type ImportColumn = keyof typeof importColumns;

export const templateLines = [
  '一行一个点位,从第二行开始填写,不要改第一行的列名。',
  '必填:地址、区域代码(县区 6 位、乡镇 9 位、村居 12 位)。其余没有可以空着。',
  '责任单位代码不填的,归台账的责任单位;计划完成日写成 2026-05-31 的样子,不填的用台账的。',
  '联系人和电话存入后加密,查看要写用途;原文件不保存。',
  '同一本台账里一个地址只能有一个点位;有一行不合要求,整张表都不导入。',
] as const;
