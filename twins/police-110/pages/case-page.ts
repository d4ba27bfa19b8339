import type { Case } from '../store/cases.repo.ts';
import type { Received } from '../store/received.repo.ts';
import type { Sent } from '../store/sent.repo.ts';
import { kindWords, modeWords, outcomeWords, stageWords, stateWords } from '../text.ts';
import { type Message, readEnvelope } from '../wire/envelope.ts';
import { mayTake, type StepKind } from '../work/steps.ts';
import { type Html, html, none } from './html.ts';

export interface CaseView {
  readonly case: Case;
  readonly received: readonly Received[];
  readonly sent: readonly Sent[];
}

/** 警单页: what it is, what may be done, what went to and fro. */
export function casePage(view: CaseView): Html {
  const { case: item } = view;
  return html`${facts(item)}${actions(item)}${passing(item)}${messages(view)}`;
}

function facts({ content, ...item }: Case): Html {
  const { transfer } = content;
  const rows: readonly (readonly [string, string])[] = [
    ['状态', stateWords[item.state]],
    ['来往', item.direction === 'in' ? '12345移送110' : '110移送12345'],
    ['12345工单号', item.peer_number ?? '尚未告知'],
    ['标题', content.title],
    ['内容', content.words],
    ['地点', content.place],
    ['紧急程度', transfer?.urgency ?? ''],
    ['移送方式', transfer ? modeWords[transfer.mode] : ''],
    ['移送清单', transfer?.listRow ?? ''],
    ['依据', transfer?.basis ?? ''],
    ['诉求人', transfer?.requester.anonymous ? '匿名' : (transfer?.requester.name ?? '')],
    ['联系电话', transfer?.requester.phone ?? ''],
    ['风险', content.risk ?? ''],
    ['接警时间', timeOf(item.opened_at)],
  ];
  const known = rows.filter(([, value]) => value !== '');
  return html`<section><table>${known.map(
    ([name, value]) => html`<tr><th>${name}</th><td class="words">${value}</td></tr>`,
  )}</table></section>`;
}

const words = (label: string, name: string): Html =>
  html`<label for="${name}-${label}">${label}</label><textarea id="${name}-${label}" name="${name}" rows="2" required></textarea>`;

const choice = (label: string, name: string, options: Readonly<Record<string, string>>): Html =>
  html`<label for="${name}">${label}</label><select id="${name}" name="${name}">${Object.entries(
    options,
  ).map(([value, shown]) => html`<option value="${value}">${shown}</option>`)}</select>`;

const forms: Record<StepKind, { readonly title: string; readonly fields: Html }> = {
  accept: { title: '接收', fields: none },
  progress: {
    title: '登记进展',
    fields: html`${choice('进展', 'stage', stageWords)}${words('说明', 'words')}`,
  },
  result: {
    title: '反馈结果',
    fields: html`${choice('结果', 'outcome', outcomeWords)}${words('处置情况', 'words')}`,
  },
  return: {
    title: '退回',
    fields: html`<input type="hidden" name="reasonCode" value="not-police">${words('退回理由', 'reason')}`,
  },
  supplement: { title: '补充情况', fields: words('补充内容', 'words') },
  urge: { title: '催办', fields: words('催办内容', 'words') },
  withdraw: { title: '撤回', fields: words('撤回理由', 'reason') },
};

const order: readonly StepKind[] = [
  'accept',
  'progress',
  'result',
  'return',
  'supplement',
  'urge',
  'withdraw',
];

function actions(item: Case): Html {
  const may = order.filter((kind) => mayTake(item, kind, 'us'));
  if (may.length === 0) return none;
  return html`<section><h2>办理</h2><div class="steps">${may.map(
    (kind) => html`<form method="post" action="/cases/${item.number}">
<input type="hidden" name="kind" value="${kind}">${forms[kind].fields}<button>${forms[kind].title}</button></form>`,
  )}</div></section>`;
}

/** 转送: also back to whoever sent it, so that a circle can be tried. */
function passing({ number, direction, content }: Case): Html {
  if (direction !== 'in' || content.transfer === null) return none;
  return html`<section><h2>转送</h2><p>把这件原样转送12345,报文写明经过的系统。若它就是从12345来的,对方会以“循环”拒收。</p>
<form method="post" action="/cases/${number}/pass-on"><button class="plain">转送12345</button></form></section>`;
}

const sentWords = { waiting: '待发', sent: '对方已收', dead: '停发', dismissed: '已放弃' } as const;
const receivedWords = { applied: '已处理', held: '等前一条', dead: '未能处理' } as const;

function messages({ received, sent }: CaseView): Html {
  const lines = [
    ...received.map((item) => ({
      ...item,
      way: '收',
      note: receivedWords[item.state],
      why: item.reason,
    })),
    ...sent.map((item) => ({ ...item, way: '发', note: sentWords[item.state], why: item.error })),
  ].map((item) => ({ ...item, said: readEnvelope(item.raw) }));
  const sorted = lines.toSorted((a, b) => Date.parse(a.said.at) - Date.parse(b.said.at));
  return html`<section><h2>往来报文</h2><table><tr><th>时间</th><th>收发</th><th>种类</th><th>内容</th><th>状态</th></tr>${sorted.map(
    ({ way, said, note, why }) => html`<tr><td>${timeOf(said.at)}</td><td>${way}</td>
<td>${kindWords[said.kind]}</td><td class="words">${gist(said)}</td><td>${note}${why ? `:${why}` : ''}</td></tr>`,
  )}</table></section>`;
}

function gist({ kind, body }: Message): string {
  switch (kind) {
    case 'transfer':
      return body.appeal.title;
    case 'accept':
      return `对应编号 ${body.number} ${body.note ?? ''}`;
    case 'return':
    case 'withdraw':
      return body.reason;
    case 'progress':
      return `${stageWords[body.stage]}:${body.words}`;
    case 'result':
      return `${outcomeWords[body.outcome]}:${body.words}`;
    case 'clue':
    case 'supplement':
    case 'urge':
      return body.words;
    case 'void':
      return '';
    default:
      return kind satisfies never;
  }
}

const chinaMs = 8 * 3_600_000;

/** By UTC+8, as both sides count their days. */
export const timeOf = (at: string): string =>
  new Date(Date.parse(at) + chinaMs).toISOString().slice(0, 19).replace('T', ' ');
