import type { OfficeUnits } from '../people.ts';

type UnitName = keyof OfficeUnits;

export interface MeetingWords {
  title: string;
  agenda: readonly string[];
  units: readonly UnitName[];
  daysAgo: number;
  record: string;
  decisions: readonly { unit: UnitName; said: string }[];
  until: 'planned' | 'cancelled' | 'held' | 'written' | 'minuted';
}

/** 演示会议, invented. */
export const meetingWords: readonly MeetingWords[] = [
  {
    title: '施工扰民联合会商',
    agenda: ['夜间施工许可与公告如何衔接', '巡查发现问题由谁到场处置'],
    units: ['housing', 'environment', 'county'],
    daysAgo: 8,
    record:
      '会议听取了近期施工扰民诉求情况,各单位说明了职责和处置难点。会议认为,许可、公告、巡查三个环节要连起来,群众来电时能当场查到工地是否获准施工。',
    decisions: [
      { unit: 'housing', said: '每周向热线报送获准夜间施工的工地名单和时段。' },
      { unit: 'environment', said: '接到夜间噪声诉求后两小时内到场检测并反馈结果。' },
    ],
    until: 'minuted',
  },
  {
    title: '物业矛盾化解工作会',
    agenda: ['停车收费争议的处理口径', '公共部位维修资金的使用程序'],
    units: ['housing', 'county', 'township'],
    daysAgo: 4,
    record: '会议逐项讨论了停车收费和公共部位维修两类诉求,认为应当先由社区组织议事,再按约定办理。',
    decisions: [
      { unit: 'housing', said: '编一份一页纸的停车收费说明,供热线和社区使用。' },
      { unit: 'township', said: '选两个小区先行议事,形成可照做的步骤。' },
    ],
    until: 'written',
  },
  {
    title: '欠薪诉求周调度',
    agenda: ['本周欠薪诉求逐件过'],
    units: ['countyDepartment', 'county'],
    daysAgo: 2,
    record: '',
    decisions: [],
    until: 'held',
  },
  {
    title: '雨季积水防范部署会',
    agenda: ['低洼路段值守安排', '热线与现场的联络方式'],
    units: ['housing', 'county', 'township'],
    daysAgo: 1,
    record: '',
    decisions: [],
    until: 'planned',
  },
  {
    title: '公园夜间噪声协调会',
    agenda: ['广场活动时段约定'],
    units: ['environment', 'township'],
    daysAgo: 3,
    record: '',
    decisions: [],
    until: 'cancelled',
  },
];
