export const knowledgePageText = {
  title: '知识库',
  search: '搜索知识库',
  placeholder: '词语或拼音首字母',
  matter: '只看事项',
  none: '没有找到条目。',
  expired: '已过期,不能引用',
  validity: (from: string, until: string) => `有效期 ${from} 至 ${until}`,
  owner: '责任单位',
  basis: '依据',
  invented: '示例条目',
  listLabel: '知识条目',
} as const;
