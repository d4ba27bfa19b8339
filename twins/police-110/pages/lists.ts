import type { stateOf } from '../http/control.ts';
import { type Case, caseStates } from '../store/cases.repo.ts';
import { kindWords, modeWords, stateWords } from '../text.ts';
import { kinds } from '../wire/envelope.ts';
import type { Reconciled } from '../work/reconcile.ts';
import { timeOf } from './case-page.ts';
import { type Html, html, none } from './html.ts';

/** 警单列表, newest first; `rows` may hold one more than a page, which says that there is a next one. */
export function caseList(rows: readonly Case[], state: string, pageRows: number): Html {
  const shown = rows.slice(0, pageRows);
  const last = rows.length > pageRows ? shown.at(-1)?.number : undefined;
  return html`<section><form method="get" action="/" class="line"><label for="state">状态</label>
<select id="state" name="state" style="width:auto"><option value="">全部</option>${caseStates.map(
    (each) =>
      html`<option value="${each}"${each === state ? { html: ' selected' } : ''}>${stateWords[each]}</option>`,
  )}</select><button class="plain">筛选</button></form>
${shown.length === 0 ? html`<p>没有警单。</p>` : html`<table><tr><th>警单号</th><th>来往</th><th>标题</th><th>地点</th><th>状态</th><th>接警时间</th></tr>${shown.map(lineOf)}</table>`}
${last === undefined ? none : html`<p><a href="/?state=${state}&amp;before=${last}">下一页</a></p>`}</section>`;
}

const lineOf = (
  item: Case,
): Html => html`<tr><td><a href="/cases/${item.number}">${item.number}</a></td>
<td>${item.direction === 'in' ? '12345移来' : '移送12345'}</td><td>${item.content.title}</td><td>${item.content.place}</td>
<td>${stateWords[item.state]}</td><td>${timeOf(item.opened_at)}</td></tr>`;

const field = (label: string, name: string, isNeeded: boolean): Html =>
  html`<label for="${name}">${label}</label><input id="${name}" name="${name}"${isNeeded ? { html: ' required' } : ''}>`;

export const newCase: Html = html`<section><form method="post" action="/new">
${field('标题', 'title', true)}<label for="words">群众说的话</label><textarea id="words" name="words" rows="4" required></textarea>
${field('地点', 'place', true)}${field('所在区域代码(可不填)', 'areaCode', false)}
${field('诉求人姓名(可不填)', 'name', false)}${field('联系电话(可不填)', 'phone', false)}
${field('互转清单行号(可不填)', 'listRow', false)}
${field('来时经过的系统代码,逗号分开(可不填)', 'via', false)}
<label for="mode">移送方式</label><select id="mode" name="mode">${Object.entries(modeWords).map(
  ([value, shown]) => html`<option value="${value}">${shown}</option>`,
)}</select><button>移送12345</button></form></section>`;

const kindWord = (name: string): string => {
  const kind = kinds.find((each) => each === name);
  return kind === undefined ? name : kindWords[kind];
};

/** 停着的报文, and what the two sides have of a day. */
export function linePage(
  { waiting }: ReturnType<typeof stateOf>,
  day: string,
  compared: Reconciled | null | undefined,
): Html {
  return html`<section><h2>还没有送到的报文</h2>${
    waiting.length === 0
      ? html`<p>没有。</p>`
      : html`<table><tr><th>警单号</th><th>种类</th><th>试过</th><th>情况</th><th></th></tr>${waiting.map(
          (
            item,
          ) => html`<tr><td><a href="/cases/${item.number}">${item.number}</a></td><td>${kindWord(item.kind)}</td>
<td>${item.attempts} 次</td><td>${item.error ?? '排队中'}</td><td>${item.state === 'dead' ? stuckButtons(item.id) : none}</td></tr>`,
        )}</table>`
  }</section>
<section><h2>对账</h2><form method="get" action="/line"><label for="day">日期</label>
<input id="day" name="day" type="date" value="${day}" style="width:auto"> <button>与12345核对</button></form>${comparedShown(compared)}</section>`;
}

const stuckButtons = (
  id: string,
): Html => html`<form method="post" action="/sent/${id}/again"><button class="plain">再发一次</button></form>
<form method="post" action="/sent/${id}/give-up"><button class="danger">放弃,发空号代替</button></form>`;

function comparedShown(compared: Reconciled | null | undefined): Html {
  if (compared === undefined) return none;
  if (compared === null) return html`<p class="cut">对方没有答复,请稍后再核对。</p>`;
  const { sent, received, mismatched } = compared;
  return html`<p>发出 ${sent} 条,收到 ${received} 条,不一致 ${mismatched.length} 条。</p>${
    mismatched.length === 0
      ? none
      : html`<table><tr><th>报文编号</th><th>差别</th></tr>${mismatched.map(
          ({ id, why }) => html`<tr><td>${id}</td><td>${why}</td></tr>`,
        )}</table>`
  }`;
}
