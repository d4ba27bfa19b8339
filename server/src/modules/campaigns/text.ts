/** Words the machine writes into a campaign's rows. */
export const campaignText = {
  gathered: '系统归拢',
  gatheredAnew: '重新归拢,未核对的不再保留',
  restOf: (area: string, term: string) => `${area} ${term}(零散)`,
} as const;
