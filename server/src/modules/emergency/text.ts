/** What an emergency writes into other records. */
export const text = {
  guestName: (name: string, centre: string) => `${name}(${centre}互助)`,
  added: (mode: string, note: string) => `应急联动“${mode}”批量加派。${note}`,
  secret: '专人专办的工单要指定办理人,请单独派单。',
  outside: '不在这次应急联动的范围内,请单独派单。',
  elsewhere: '不在待派单或办理中,不能派出。',
  allThere: '联动单位都已在办。',
  noLead: '目录里没有能主办的单位,请指定主办或单独派单。',
} as const;
