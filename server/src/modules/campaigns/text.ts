/** Words the machine writes into a campaign's rows. */
export const campaignText = {
  gathered: '系统归拢',
  gatheredAnew: '重新归拢,未核对的不再保留',
  restOf: (area: string, term: string) => `${area} ${term}(零散)`,
  consultation: (title: string) => `${title} 会商`.slice(0, 80),
  agendaItem: ({ no, name, appeals }: { no: number; name: string; appeals: number }) =>
    `${no}号 ${name}(${appeals}件)`.slice(0, 80),
  handedOver: '材料已转媒体问效',
  found: (outcome: string, visitId: string) => `现场核查结论:${outcome}(核查 ${visitId.slice(-6)})`,
} as const;
