/**
 * 短信与电话用语: every message the program sends, and what it can put into it. A city words them as it likes, but a
 * place-holder nobody fills would leave a hole in the sentence, so the checker refuses it.
 */
export const messageFacts = {
  received: ['order_no', 'query_code', 'link'],
  'received-anonymous': ['order_no', 'query_code', 'link'],
  'u1-received': ['order_no', 'query_code', 'link'],
  transferred: ['order_no', 'query_code', 'link', 'channel'],
  answered: ['order_no', 'query_code', 'link'],
  replied: ['order_no', 'answer', 'link'],
  closed: ['order_no'],
  'closed-not-solved': ['order_no', 'reason'],
  'rating-received': ['order_no'],
  'rating-unclear': ['order_no', 'link'],
  'rating-not-open': ['order_no'],
  'rating-twice': ['order_no'],
  'sms-no-order': [],
  'need-info': ['order_no', 'question', 'due', 'link'],
  'need-info-expired': ['order_no'],
  redo: ['order_no', 'unit', 'due'],
  'promise-changed': ['order_no', 'due', 'reason'],
  extended: ['order_no', 'due', 'reason'],
  parked: ['order_no', 'reason'],
  'parked-review': ['order_no', 'progress'],
  'dispatched-duty': ['order_no', 'unit', 'urgency'],
  'duty-call': ['order_no', 'unit', 'urgency'],
  'supplement-duty': ['order_no', 'unit'],
  'urged-duty': ['order_no', 'unit'],
  'named-duty': ['unit'],
  'named-duty-call': ['unit'],
  'named-duty-news': ['unit'],
  'reader-named': ['unit'],
  'letter-sent': ['unit', 'letter_no'],
  'letter-due': ['unit', 'letter_no', 'due'],
  'letter-overdue': ['unit', 'letter_no'],
  'visit-asked': ['unit', 'due'],
  'front-line-link': ['order_no', 'unit', 'urgency', 'link', 'code', 'expires'],
} as const satisfies Record<string, readonly string[]>;

export type MessageName = keyof typeof messageFacts;
