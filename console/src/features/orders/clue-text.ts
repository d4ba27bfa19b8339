export const cluePanelText = {
  title: '违规线索',
  mark: '标记违规线索',
  help: '线索自成一件,不写工单和诉求人,签发后抄报有权单位。',
} as const;
