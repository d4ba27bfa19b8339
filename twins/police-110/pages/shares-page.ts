import type { Store } from '../store/database.ts';
import type { Share } from '../store/shares.repo.ts';
import { shareStateWords } from '../text.ts';
import { type ShareState, stateOf } from '../work/shares.ts';
import { type Html, html, none } from './html.ts';

/** 数据共享: what was agreed with 12345, and what was taken. */
export function sharesPage(store: Store, shares: readonly Share[]): Html {
  return html`<section>${
    shares.length === 0
      ? html`<p>没有数据共享。</p>`
      : html`<table><tr><th>用途</th><th>字段</th><th>方向</th><th>到期</th><th>状态</th><th>已传</th><th></th></tr>${shares.map((share) => lineOf(share, stateOf(store, share)))}</table>`
  }</section>
<section><h2>向12345申请</h2><form method="post" action="/shares">
<label for="purpose">用途</label><input id="purpose" name="purpose" required minlength="4">
<label for="fields">字段(逗号分开)</label><input id="fields" name="fields" value="orderNo,type,matterName,areaName,status" required>
<label for="days">天数</label><input id="days" name="days" type="number" min="1" max="366" value="90" required>
<button>申请</button></form></section>`;
}

function lineOf(share: Share, state: ShareState): Html {
  const button = (act: string, label: string, kind: string): Html =>
    html`<form method="post" action="/shares/${share.id}/${act}"><button class="${kind}">${label}</button></form>`;
  return html`<tr><td>${share.purpose}</td><td>${share.fields.join('、')}</td>
<td>${share.giver === 'us' ? '110提供' : '12345提供'}</td><td>${share.until_at.slice(0, 10)}</td>
<td>${shareStateWords[state]}</td><td>${share.taken} 行</td><td>${
    state === 'asked' && share.ours === 'no'
      ? html`${button('approve', '批准', '')}${button('refuse', '拒绝', 'plain')}`
      : none
  }${state === 'active' && share.giver === 'them' ? button('take', '取一批', 'plain') : none}${
    state === 'active' ? button('revoke', '撤销', 'danger') : none
  }</td></tr>`;
}
