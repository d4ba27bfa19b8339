import type { OfficeUnits } from '../people.ts';

/** 演示公务文字: invented, and the same for every city. Posts say that they are examples. */
type UnitName = keyof OfficeUnits;

const leader = '市政府分管领导(示例)';

export interface TaskWords {
  kind: 'assigned' | 'leaders-note';
  title: string;
  wanted: string;
  note?: { leader: string; words: string };
  unit: UnitName;
  /** Whose picture proves it. */
  matter: string;
  done: string;
  daysAgo: number;
  /** Working days given. */
  days: number;
  until:
    | 'given'
    | 'withdrawn'
    | 'accepted'
    | 'asks-for-time'
    | 'claimed'
    | 'sent-back'
    | 'confirmed';
}

export const taskWords: readonly TaskWords[] = [
  {
    kind: 'assigned',
    title: '排查主次干道破损井盖',
    wanted: '逐条道路排查破损、缺失、异响的井盖,列出位置、权属和处理时间,附处理前后照片。',
    unit: 'housing',
    matter: '010102',
    done: '已排查主次干道十二条,发现问题井盖九处,全部更换加固,清单和照片附后。',
    daysAgo: 12,
    days: 5,
    until: 'confirmed',
  },
  {
    kind: 'leaders-note',
    title: '老旧小区二次供水泵房整治',
    wanted: '摸清未移交泵房数量和责任单位,拿出分批整治方案,报送责任清单和时间表。',
    note: { leader, words: '此事群众反映多年,请住建部门牵头,一处一策,月底前拿出方案。' },
    unit: 'housing',
    matter: '010201',
    done: '已形成分批整治方案和责任清单。',
    daysAgo: 6,
    days: 10,
    until: 'accepted',
  },
  {
    kind: 'assigned',
    title: '夜间施工噪声集中巡查',
    wanted: '对近期反映集中的工地安排三次夜间巡查,报送巡查记录、超标情况和处理结果。',
    unit: 'environment',
    matter: '030202',
    done: '已完成夜间巡查。',
    daysAgo: 9,
    days: 5,
    until: 'sent-back',
  },
  {
    kind: 'assigned',
    title: '核对撤并乡镇服务电话公开信息',
    wanted: '核对对外公布的服务电话是否有人接听,变更的在三个工作日内更正公布,报送核对表。',
    unit: 'county',
    matter: '020403',
    done: '已核对。',
    daysAgo: 10,
    days: 3,
    until: 'accepted',
  },
  {
    kind: 'assigned',
    title: '欠薪线索上门核实',
    wanted: '对重复反映的两家企业上门核实工资支付情况,报送核实记录和下一步处理意见。',
    unit: 'countyDepartment',
    matter: '070101',
    done: '已上门核实。',
    daysAgo: 5,
    days: 8,
    until: 'asks-for-time',
  },
  {
    kind: 'assigned',
    title: '村道路灯不亮点位复核',
    wanted: '按附来的点位逐盏复核,修好的附照片,修不了的写明原因和计划。',
    unit: 'township',
    matter: '010107',
    done: '点位全部复核,二十一盏已恢复照明,两盏待更换电缆,已列入下周计划,照片附后。',
    daysAgo: 6,
    days: 4,
    until: 'claimed',
  },
  {
    kind: 'assigned',
    title: '独居老人走访登记',
    wanted: '走访本村独居老人,登记联系人和需要的帮助,需要上级协调的单独列出。',
    unit: 'village',
    matter: '020403',
    done: '已走访。',
    daysAgo: 1,
    days: 5,
    until: 'given',
  },
  {
    kind: 'assigned',
    title: '公交站台积水点排查',
    wanted: '排查雨天积水的公交站台,列出位置和整改时间。',
    unit: 'housing',
    matter: '010102',
    done: '已排查。',
    daysAgo: 4,
    days: 5,
    until: 'withdrawn',
  },
];
