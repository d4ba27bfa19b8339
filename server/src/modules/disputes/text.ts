/** 会商, as its meeting is called. */
export const conferenceText = {
  title: (orderNo: string) => `工单 ${orderNo} 承办单位会商`,
  item: '工单由哪个单位主办、哪些单位协办',
} as const;
