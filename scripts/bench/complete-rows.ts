import { createHash } from 'node:crypto';
import { searchDocument } from '../../server/src/modules/text/index.ts';

/** Where the rows of a complete order go; parents first. */
export const loadedTables = [
  'issues.issue',
  'orders.order',
  'orders.text',
  'orders.search',
  'requesters.requester',
  'dispatch.assignment',
  'handling.contact',
  'handling.reply',
  'call_back.attempt',
  'platform.event',
] as const;
export type LoadedTable = (typeof loadedTables)[number];

export type Row = Readonly<Record<string, unknown>>;
export const cityId = 3506;
export const unit = {
  code: '350600.zjj',
  path: '350600/350600.zjj',
  name: '漳州市住房和城乡建设局',
};

export interface Ids {
  readonly order: string;
  readonly issue: string;
  readonly duty: string;
  readonly reply: string;
  readonly attempt: string;
  readonly contact: string;
}
export type At = (hours: number) => Date;

const area_code = '350602001000';

export const issueRow = (id: string, matterCode: string, openedAt: Date): Row => ({
  city_id: cityId,
  id,
  matter_code: matterCode,
  area_code,
  opened_at: openedAt,
  appeals: 1,
});

export const orderRow = (ids: Ids, { orderNo, matterCode }: Words, at: At): Row => ({
  city_id: cityId,
  id: ids.order,
  order_no: orderNo,
  status: 'archived',
  status_since: at(50 + 720),
  issue_id: ids.issue,
  type: 'QZ',
  matter_code: matterCode,
  area_code,
  urgency: 'U3',
  secrecy: 0,
  channel: 'phone',
  accepted_at: at(0),
  accepted_by_rule: false,
  to_check: false,
  result: 'dispatch',
  needs_reply: true,
  needs_call_back: true,
  limit_class: 'N5',
  limit_version: 'bench',
  lead_unit: unit.code,
  lead_path: unit.path,
  due_at: at(120),
  promise_at: at(120),
  round: 0,
  info_asked: 0,
  repeat_no: 0,
  dispatched_at: at(1),
  replied_at: at(45),
  closed_at: at(50),
  close_kind: 'solved',
  archived_at: at(50 + 720),
  archive_seal: `\\x${createHash('sha256').update(ids.order).digest('hex')}`,
});

export interface Words {
  readonly orderNo: string;
  readonly matterCode: string;
  readonly title: string;
  readonly content: string;
  readonly place: string;
}

export function textRows(orderId: string, words: Words, at: At): Row[] {
  const row = (no: number, kind: string, content: string, hours: number, title = '') => ({
    city_id: cityId,
    order_id: orderId,
    no,
    kind,
    title,
    content,
    demand: '',
    address: kind === 'appeal' ? words.place : '',
    subject_name: '',
    fields: {},
    at: at(hours),
  });
  return [
    row(1, 'appeal', words.content, 0, words.title),
    row(2, 'reply', `已到${words.place}现场处理,并安排专人巡查。`, 40),
    row(3, 'answer', `您反映的${words.place}的问题已处理完毕,感谢您的反映。`, 40),
  ];
}

const quoted = (lexemes: readonly string[]): string =>
  lexemes.map((lexeme) => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`).join(' ');

export function searchRow(orderId: string, words: Words): Row {
  const document = searchDocument({ ...words, unitNames: [unit.name, '芗城区'] });
  return {
    city_id: cityId,
    order_id: orderId,
    words: quoted(document.words),
    bigrams: quoted(document.bigrams),
  };
}

export const requesterRow = (orderId: string, no: number): Row => ({
  city_id: cityId,
  order_id: orderId,
  kind: 'person',
  // Sealed values have this size; nobody stands behind them.
  name_enc: `\\x${createHash('sha256').update(`name ${no}`).digest('hex')}`,
  phone_enc: `\\x${createHash('sha256').update(`phone ${no}`).digest('hex')}`,
  phone_index: `\\x${createHash('sha256')
    .update(`index ${no % 40_000}`)
    .digest('hex')}`,
  is_self: true,
  anonymous: false,
  tags: [],
  code_index: `\\x${createHash('sha256').update(`code ${no}`).digest('hex')}`,
});

export const assignmentRow = (ids: Ids, at: At): Row => ({
  city_id: cityId,
  order_id: ids.order,
  id: ids.duty,
  unit_code: unit.code,
  unit_path: unit.path,
  unit_kind: 'department',
  role: 'lead',
  state: 'done',
  round: 0,
  urgency: 'U3',
  sent_at: at(1),
  sign_due_at: at(9),
  contact_due_at: at(9),
  due_at: at(120),
  original_due_at: at(120),
  stage_report_due_at: null,
  signed_late: false,
  signed_at: at(3),
  contacted_at: at(5),
  submitted_at: at(40),
  done_at: at(45),
  rings: 0,
  limits: { code: 'N5' },
});

export const contactRow = (ids: Ids, at: At): Row => ({
  city_id: cityId,
  order_id: ids.order,
  id: ids.contact,
  assignment_id: ids.duty,
  reached: true,
  at: at(5),
});

export const replyRow = (ids: Ids, at: At): Row => ({
  city_id: cityId,
  order_id: ids.order,
  id: ids.reply,
  assignment_id: ids.duty,
  unit_code: unit.code,
  at: at(40),
  is_true: 'true',
  is_solved: 'solved',
  process_no: 2,
  answer_no: 3,
  basis: '',
  measures: [{ kind: 'people', what: '安排专人巡查' }],
  asset_changes: [],
  evidence: [],
});

export const attemptRow = (ids: Ids, at: At): Row => ({
  city_id: cityId,
  order_id: ids.order,
  id: ids.attempt,
  round: 0,
  at: at(50),
  band: 'morning',
  channel: 'call',
  reached: true,
  contacted: true,
  solved: 'solved',
  process_rating: 'satisfied',
  result_rating: 'satisfied',
});
