/** 媒体协同文字: invented, and said to be. */
export const mediaWords = {
  desk: '示例民生直播间',
  consentHow: '私信里写明同意联系(示例)',
  noConsent: '没有表示(示例)',
  tips: {
    order: {
      content: '小区门口的路灯什么时候亮、坏了找谁报修?晚上接孩子看不清路(示例)。',
      address: '',
    },
    answer: { content: '停水了想知道什么时候来水,到哪里看通知(示例)。', address: '' },
    refused: { content: '邻居装修的尾款没付清,已经起诉了,请记者评评理(示例)。', address: '' },
    open: { content: '公交站台的座椅坏了一个,老人没地方坐(示例)。', address: '' },
  },
  answered: '您好,路灯报修可拨打 12345,主管单位接单后到场检修,结果会回复您(示例)。',
  tipAnswer: '计划停水会提前公告,临时停水可查供水单位的通知(示例)。',
  refusal: '双方已经起诉,由法院审理,节目不作评判(示例)。',
  story: {
    title: '路灯坏了找谁报修(示例)',
    words: '有网友在评论里问路灯坏了找谁报修。热线受理后答复了报修的办法和主管单位(示例)。',
    corrected:
      '有网友在评论里问路灯坏了找谁报修。热线受理后答复了报修的办法,由街道和主管单位分工检修(示例)。',
    reason: '补充了街道的分工(示例)',
  },
  waiting: { title: '大家常问的一件事(示例)' },
  signed: '看过,同意(示例)。',
  day: {
    leader: '分管市政的副市长(示例)',
    theme: '市政设施',
    note: '来电人说等了一周(示例)',
    promise: '本月内逐盏核对并修复(示例)。',
    small: '三天内回电说明进度(示例)。',
    done: '已回电说明,有通话记录(示例)。',
    ended: '接听一小时,列入清单一件(示例)。',
    closed: '来电人确认接到了回电(示例)。',
  },
} as const;
