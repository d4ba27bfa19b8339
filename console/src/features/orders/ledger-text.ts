export const ledgerPanelText = {
  title: '由点及面',
  no: (no: number) => `${no} 号点位`,
  told: (at: string) => `已告知诉求人 ${at}`,
  found: '由点及面:查找同类问题,建立台账',
  help: '从这一件查到一类,逐点整治、逐点销账。',
} as const;
