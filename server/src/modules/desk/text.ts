/** Words of the export. */
export const exportText = {
  purposeField: '导出用途',
  fileName: '工单导出.xlsx',
  sheetName: '工单',
  columns: [
    { heading: '工单编号', width: 24 },
    { heading: '状态', width: 10 },
    { heading: '诉求类型', width: 8 },
    { heading: '紧急程度', width: 8 },
    { heading: '渠道', width: 8 },
    { heading: '标题', width: 36 },
    { heading: '事项', width: 20 },
    { heading: '区域', width: 24 },
    { heading: '地点', width: 28 },
    { heading: '受理时间', width: 18 },
    { heading: '办结期限', width: 18 },
    { heading: '主办单位', width: 26 },
    { heading: '同一事项诉求数', width: 10 },
    { heading: '事项要素', width: 40 },
  ],
};
