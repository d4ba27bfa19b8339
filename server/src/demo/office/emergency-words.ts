interface Common {
  /** Of `emergency-groups.tsv`. */
  readonly group: string;
  readonly name: string;
  readonly reason: string;
  /** The latter half of their codes. */
  readonly linkage: readonly string[];
  readonly note: string;
  /** So many at most. */
  readonly orders: number;
}
export type EmergencyWords = Common &
  (
    | {
        readonly until: 'ended';
        readonly daysAgo: number;
        readonly guest: { readonly name: string; readonly centre: string; readonly hours: number };
        readonly summary: string;
      }
    | { readonly until: 'running'; readonly minutesAgo: number; readonly matter: string }
  );

export const emergencyWords: readonly EmergencyWords[] = [
  {
    until: 'ended',
    daysAgo: 7,
    group: 'rainstorm',
    name: '强降雨应急联动(示例)',
    reason: '气象台发布暴雨橙色预警(示例),来电陡增,启用暴雨内涝联动组。',
    linkage: ['yjj', 'slj'],
    note: '请 30 分钟内响应,先处置险情,再回填现场照片。',
    orders: 6,
    guest: { name: '示例话务员', centre: '邻市12345热线中心(示例)', hours: 8 },
    summary: '雨势减弱,险情点已全部到场处置,未办结的工单按各自时限继续办理。互助接听同时结束。',
  },
  {
    until: 'running',
    minutesAgo: 20,
    matter: '060102',
    group: 'health',
    name: '锦绣云庭水质异常应急联动(示例)',
    reason: '同一小区多人反映自来水发黄,启用公共卫生联动组,先送水、再查因。',
    linkage: ['wjw', 'scjg'],
    note: '请先安排送水车和取样检测,结果贴到楼道口。',
    orders: 12,
  },
];
