import type { OfficeUnits } from '../people.ts';

/** 提醒函文字: invented, figures that are none included. */
type UnitName = keyof OfficeUnits;

export interface LetterWords {
  subject: string;
  basis: string;
  data: string;
  problem: string;
  advice: string;
  to: readonly UnitName[];
  daysAgo: number;
  answer: string;
  until:
    | 'draft'
    | 'withdrawn'
    | 'approved'
    | 'sent'
    | 'signed'
    | 'answered'
    | 'sent-back'
    | 'accepted';
}

export const letterWords: readonly LetterWords[] = [
  {
    subject: '雨季道路积水防范',
    basis: '根据近期来电情况和往年同期规律,现就雨季道路积水防范工作提醒如下。',
    data: '近两周反映道路积水、井盖松动的诉求比前两周明显增多,集中在老城区低洼路段(示例数据)。',
    problem: '部分路段重复积水,清淤后没有跟踪,同一地点多人反映。',
    advice: '请提前清淤排查,低洼路段落实值守,处理结果及时反馈热线。',
    to: ['housing', 'county'],
    daysAgo: 13,
    answer: '已组织清淤和低洼路段排查,落实值守人员,易积水点位和责任人清单随函报送。',
    until: 'accepted',
  },
  {
    subject: '中高考期间噪声管控',
    basis: '考试期间群众对噪声反映集中,现提醒如下。',
    data: '考点周边一公里内近期有施工噪声诉求(示例数据)。',
    problem: '个别工地夜间施工未公告,劝导后又有反复。',
    advice: '请会同有关单位提前告知工地,考试期间加密巡查。',
    to: ['environment'],
    daysAgo: 9,
    answer: '已通知各工地并安排巡查。',
    until: 'sent-back',
  },
  {
    subject: '欠薪诉求办理',
    basis: '临近结算高峰,欠薪诉求上升,现提醒如下。',
    data: '近一个月欠薪诉求主要来自在建项目和小型加工企业(示例数据)。',
    problem: '部分答复只告知仲裁途径,没有先行核实和调解。',
    advice: '请先核实、先调解,符合条件的依法处理,并一次说清维权途径。',
    to: ['countyDepartment'],
    daysAgo: 5,
    answer: '已对近一个月的欠薪诉求逐件回看,先调解后告知,三家企业已支付到位,其余在跟进。',
    until: 'answered',
  },
  {
    subject: '村级事务公开',
    basis: '群众对村级事务公开的咨询增多,现提醒如下。',
    data: '近期多人询问低保评议、道路硬化安排等公开内容(示例数据)。',
    problem: '公开栏更新不及时,群众只能打电话询问。',
    advice: '请更新公开栏,并在网格群同步公布。',
    to: ['township', 'village'],
    daysAgo: 3,
    answer: '已更新。',
    until: 'signed',
  },
  {
    subject: '物业矛盾前端化解',
    basis: '物业服务诉求占比较高,现提醒如下。',
    data: '近期物业诉求集中在停车收费和公共部位维修(示例数据)。',
    problem: '同一小区重复反映,社区和物业没有坐到一起商量。',
    advice: '请指导社区牵头议事,把约定写下来、公布出去。',
    to: ['housing'],
    daysAgo: 1,
    answer: '已安排。',
    until: 'sent',
  },
  {
    subject: '热线答复规范用语',
    basis: '根据答复审核情况,现提醒如下。',
    data: '近期被退回补充的答复,多数没有写明完成时间(示例数据)。',
    problem: '答复套话多,没有回答诉求人问的事。',
    advice: '请逐项回答,写明做了什么、何时完成、找谁咨询。',
    to: ['housing', 'environment', 'county'],
    daysAgo: 1,
    answer: '已传达。',
    until: 'approved',
  },
  {
    subject: '节日值班备勤',
    basis: '节日期间来电量预计上升,现提醒如下。',
    data: '往年同期来电量高于平时(示例数据)。',
    problem: '个别单位节日值班电话无人接听。',
    advice: '请落实值班值守,保持电话畅通,值班表报热线备案。',
    to: ['county', 'township'],
    daysAgo: 1,
    answer: '已落实。',
    until: 'draft',
  },
  {
    subject: '共享单车停放',
    basis: '根据来电情况,现提醒如下。',
    data: '近期反映占道停放的诉求有所增加(示例数据)。',
    problem: '盲道被占用。',
    advice: '请督促企业及时清运。',
    to: ['housing'],
    daysAgo: 7,
    answer: '已督促。',
    until: 'withdrawn',
  },
];
