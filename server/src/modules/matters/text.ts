/** What the server says about a matter's own fields. */
export const fieldText = {
  yes: '是',
  no: '否',
  comma: '、',
  yuan: (fen: number) => `${(fen / 100).toFixed(2)}元`,

  unknownLabel: (code: string) => code,
  unknown: '这个事项没有这一栏',
  notText: '应为文字',
  tooLong: (limit: number) => `最多 ${limit} 个字`,
  notNumber: '应为数字',
  notCount: '应为不小于 0 的整数',
  notMoney: '应为以分计的整数金额',
  notDay: '应为日期',
  notInstant: '应为日期和时间',
  notYesNo: '应选择是或否',
  notChoice: '不在选项中',

  choicesNeeded: '选择题至少要有两个选项',
  choiceTwice: (code: string) => `选项代码 ${code} 重复`,
  choicesNeedless: '不是选择题,不应有选项',
  badCode: '代码应为小写字母开头的字母、数字或下划线',
  labelNeeded: '缺少名称',
  conditionField: (code: string) => `必填条件所指的 ${code} 不存在`,
  conditionSelf: '必填条件不能指向自己',
  conditionAnswer: (answer: string) => `必填条件中没有“${answer}”这个答案`,
  kindChanged: '已有工单使用这一栏,不能改变填写方式,请另加一栏',
} as const;
