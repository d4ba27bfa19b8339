export const text = {
  workers: '本单位能办理的人',
  ofCentre: (role: string) => `中心${role}`,
} as const;

/** Invented values, so that a wording can be read before anybody gets it. */
export const previewFacts: Readonly<Record<string, string>> = {
  order_no: '350600-20260302-000001',
  query_code: 'A2B3C4D5',
  link: ' https://12345.example.gov.cn/c/ ',
  code: '000000',
  expires: '2026-03-03 09:00',
  unit: '示例单位',
  urgency: 'U3',
  due: '2026-03-05 17:30',
  reason: '(示例原因)',
  answer: '(示例答复)',
  result: '(示例结果)',
  question: '(示例问题)',
  progress: '(示例进展)',
  words: '(示例结果)',
  clue_no: '示例线索1号',
  channel: '110',
  disposition: '(示例说明)',
  others: '3',
  level: '红牌',
  holder: '示例单位',
  letter_no: '示例〔2026〕1号',
  task_no: 'RW-000001',
  starts: '2026-03-05 15:00',
  what: '(示例事项)',
  count: '3',
};
