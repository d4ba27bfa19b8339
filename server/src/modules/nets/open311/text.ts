/** What an Open311 city reads from us, what stands on an order of it, and what a person must see to. */
export const text = {
  label: 'Open311 城市',
  ourNumber: (no: string) => `(12345 工单 ${no})`,
  /** As any hotline of this kind marks it. */
  someNumber: /\(12345 工单 [0-9-]+\)/,
  by: (on: string) => `请于 ${on} 前办结。`,
  closedSilently:
    '对方已关闭这件请求,没有写明办理情况。请向对方核实,由承办单位在本系统答复或要求对方再办。',
  notFound: (peer: string, no: string) => `${peer} 的系统里查不到 ${no},请向对方核实。`,
  noNumber: (peer: string) => `已交给 ${peer}。对方不给编号,进展请电话询问。`,
  unsure:
    '已经发出,但没有收到能读懂的回答;在对方公开的请求里也没有找到本工单编号。请先向对方核实:对方没有收到,再点重新发送;已收到,请作废并把对方编号记在工单上。',
  noWay: '对方的接口只收新的请求,不收补充、催办和撤回。请电话告知对方,然后作废这一份。',
  lacking: (labels: readonly string[]) =>
    `对方这项服务还要填写:${labels.join('、')},本工单没有。请电话告知对方,然后作废这一份。`,
  longNumber: (peer: string) =>
    `已交给 ${peer},但对方给的编号超过 64 个字符,本系统跟踪不了。请不要重新发送;作废这一份,进展请电话询问。`,
  photo: (url: string) => `对方照片:${url}`,
} as const;
