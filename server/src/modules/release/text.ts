/** Words of the file that leaves, and of the sheet that goes along. */
export const fileText = {
  fileName: '脱敏外发',
  sheetName: '诉求',
  aboutName: '脱敏说明',
  columns: [
    { heading: '序号', width: 8 },
    { heading: '诉求类型', width: 10 },
    { heading: '事项', width: 22 },
    { heading: '区域', width: 18 },
    { heading: '受理日期', width: 12 },
    { heading: '标题', width: 30 },
    { heading: '内容', width: 60 },
    { heading: '要求', width: 30 },
    { heading: '公开答复', width: 60 },
  ],
  changed: '〔原文已变更,未外发〕',
  purpose: (words: string) => `用途:${words}`,
  recipient: (words: string) => `接收方:${words}`,
  askedBy: (name: string) => `申请人:${name}`,
  checkedBy: (names: string, texts: number) => `核对人:${names},逐段核对 ${texts} 段`,
  madeAt: (when: string) => `生成时间:${when}`,
  removed: (kind: string, count: number) => `去除${kind} ${count} 处`,
  putBack: ({
    line,
    part,
    kind,
    why,
  }: Record<'part' | 'kind' | 'why', string> & { line: number }) =>
    `恢复:序号 ${line} 的${part},原按${kind}去除 1 处,原因:${why}`,
} as const;
