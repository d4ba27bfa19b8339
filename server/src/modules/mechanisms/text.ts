/** 机制 in words, for those who read its page. */
export const text = {
  trigger: '适用范围',
  matters: (names: string) => `事项:${names}`,
  areas: (names: string) => `区域:${names}`,
  where: (names: string) => `地点:${names}(按定位或地址中的名称)`,
  said: (words: string) => `诉求中提到:${words}`,
  answered: '受理时问到的情况符合',
  route: '派单',
  lead: (name: string) => `主办:${name}`,
  assists: (names: string) => `协办:${names}`,
  copies: (names: string) => `抄送:${names}`,
  sendMinutes: (minutes: number) => `${minutes} 分钟内派出`,
  limits: '时限',
  limitClass: (name: string, urgencies: string) => `按“${name}”计算(${urgencies})`,
  checks: '核查',
  check: (gate: string, name: string) => `${gate}:${name}`,
  repeat: '重复投诉',
  repeated: (fields: string, days: number, level: string) =>
    `${days} 天内同一${fields}再次被投诉的,自动按 ${level} 督办`,
  joint: '联合督办',
  jointEvery: (days: number, names: string) => `每 ${days} 天一次:${names}`,
  season: '节前预警',
  seasonBefore: (day: string, days: number, fields: string) =>
    `${day}前 ${days} 天起,按${fields}列出未办结的`,
  settle: '离开前办结',
  settleAt: (field: string, time: string) => `“${field}”当天 ${time} 仍未办结的,提醒承办单位和班长`,
  county: '属地县区',
  ofCounty: (name: string) => `属地${name}`,
  comma: '、',
  or: '或',
  because: {
    matter: '事项符合',
    zone: (name: string) => `位置在${name}`,
    place: '地址或诉求提到所列地点',
    fields: '受理时问到的情况符合',
    words: '诉求提到所列说法',
  },
} as const;

/** Which reason it was, in words. */
export function reasonWords(reason: string): string {
  const [kind, name = ''] = reason.split(':');
  switch (kind) {
    case 'zone':
      return text.because.zone(name);
    case 'place':
    case 'fields':
    case 'words':
      return text.because[kind];
    default:
      return text.because.matter;
  }
}
