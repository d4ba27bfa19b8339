import { type ProgressStage, progressStageLabel } from '@minsheng/contract/words/exchange.ts';

/** What other nets read from us, and what they leave on an order. */
export const text = {
  county: '下级平台',
  province: '上级平台',
  grid: '网格',
  dualLine: '双线电话',
  stage: (peer: string, stage: ProgressStage, words: string) =>
    `${peer} ${progressStageLabel[stage]}:${words}`,
  accepted: (peer: string, number: string) => `${peer} 已接收,对方编号 ${number}。`,
  added: (peer: string, words: string) => `${peer} 补充:${words}`,
  urging: (peer: string, words: string) => `${peer} 催办:${words}`,
  withdrawn: (peer: string, reason: string) => `${peer} 称诉求人撤回,请核实后处理:${reason}`,
  result: (peer: string, words: string) => `${peer} 反馈:${words}`,
  supervised: (peer: string, words: string, by: string | null) =>
    `${peer} 督办:${words}${by === null ? '' : `(要求 ${by} 前反馈)`}`,
  fromGrid: (grid: string) => `网格 ${grid} 上报。`,
  late: (peer: string, words: string) => `${peer} 来件,本系统没有在办任务:${words}`,
  folder: '文件夹(CSV)',
  noTable: '不是完整的 CSV,或缺少“编号”“内容”“类型”三栏。请重新导出整份文件。',
  fileTooLarge: '文件超过 20 MB,没有读取。请分成几份再放一次。',
  rowTaken: (number: string) => `已入库,工单 ${number}`,
  rowKept: '已收下,待人处理',
  rowAgain: '已收过,不再重复入库',
  rowKnown: '这个编号以前收过,没有再立单;请换一个编号',
  rowField: (column: string) => `“${column}”没有填或填得不对,请改好后再放一次`,
  rowCode: (column: string, value: string) => `“${column}”里的“${value}”不在约定的代码表里`,
  rowRefused: (says: string) => `没有入库:${says}`,
  reportHeads: ['行', '编号', '结果'],
  outHeads: ['对方编号', '工单编号', '种类', '情形', '内容', '时间'],
  properUnit: '退回理由是职责、属地或层级不符时,请写明应办单位(properUnit)。',
  returnBasis: '下级平台退回,未写依据',
  takenBack: '本中心已收回这一件,请停止办理。',
  urged: '诉求人催办。',
  goOn: '退回未获同意,请继续办理。',
  dueMoved: (by: string) => `办理时限现为 ${by},请以此为准。`,
  rejected: (reason: string) => `答复没有通过审核,请完善后重新反馈:${reason}`,
  again: (reason: string, by: string | null) =>
    `上次的办理未获认可,请重新办理${by === null ? '' : `,${by} 前反馈`}:${reason}`,
  alsoDuty: (unit: string) => `这一件另派了 ${unit},请一并安排。`,
} as const;
