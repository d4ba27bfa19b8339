import type { stateOf } from '../http/control.ts';
import { autoWords } from '../text.ts';
import { autoModes } from '../work/auto.ts';
import { type Html, html } from './html.ts';

const style = `
body { margin: 0; font: 18px/1.6 system-ui, "Noto Sans CJK SC", sans-serif; color: #14213d; background: #f3f5f9; }
header { background: #14213d; color: #fff; padding: 12px 24px; display: flex; gap: 24px; align-items: center; flex-wrap: wrap; }
header a { color: #fff; } header strong { font-size: 22px; }
.pretend { background: #ffd166; color: #14213d; padding: 8px 24px; font-weight: 600; }
main { max-width: 1200px; margin: 0 auto; padding: 16px 24px 48px; }
section { background: #fff; border: 1px solid #cfd6e4; border-radius: 8px; padding: 16px 20px; margin: 16px 0; }
h1 { font-size: 24px; } h2 { font-size: 20px; margin: 0 0 8px; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: 8px 10px; border-bottom: 1px solid #e2e7f0; vertical-align: top; }
label { display: block; margin: 10px 0 2px; } input, select, textarea { font: inherit; padding: 6px 8px; width: 100%; max-width: 640px; box-sizing: border-box; border: 1px solid #77809a; border-radius: 4px; }
button { font: inherit; padding: 8px 18px; border-radius: 6px; border: 1px solid #1d4ed8; background: #1d4ed8; color: #fff; cursor: pointer; margin-top: 8px; }
button.danger { background: #b42318; border-color: #b42318; } button.plain { background: #fff; color: #1d4ed8; }
button:focus-visible, a:focus-visible, input:focus-visible, textarea:focus-visible, select:focus-visible { outline: 3px solid #ff9f1c; outline-offset: 2px; }
.line { display: flex; gap: 8px 24px; flex-wrap: wrap; align-items: center; } .line form { margin: 0; } .line button { margin: 0; } .line label { margin: 0; } .line select { width: auto; }
.cut { color: #b42318; font-weight: 600; } .words { white-space: pre-wrap; overflow-wrap: anywhere; }
.steps { display: grid; grid-template-columns: repeat(auto-fit, minmax(320px, 1fr)); gap: 16px; }
.steps form { border: 1px solid #cfd6e4; border-radius: 6px; padding: 8px 14px 14px; }
`;

export function framed(title: string, body: Html): string {
  return html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title} · 模拟110</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${{ html: style }}</style></head>
<body><header><strong>模拟110</strong><a href="/">警单</a><a href="/new">新建警单并移送12345</a><a href="/shares">数据共享</a><a href="/line">线路与对账</a></header>
<p class="pretend" style="margin:0">这是一套模拟的110系统,仅供演示和测试,不是真实的公安系统。请勿填写真实警情。</p>
<main><h1>${title}</h1>${body}</main></body></html>`.html;
}

/** 线路: cut or open, what waits, who answers. */
export function lineBar(state: ReturnType<typeof stateOf>): Html {
  const { isCut, unsent, stuck, auto } = state;
  return html`<section class="line"><div>
<div>线路:${isCut ? html`<span class="cut">已断开</span>` : '通畅'}</div>
<div>待发 ${unsent.waiting} 条,停发 ${unsent.dead} 条,收到后未能处理 ${stuck} 条</div></div>
<form method="post" action="/link"><input type="hidden" name="cut" value="${isCut ? 'no' : 'yes'}">
<button class="${isCut ? 'plain' : 'danger'}">${isCut ? '恢复线路' : '断开线路'}</button></form>
<form method="post" action="/auto"><div class="line"><label for="mode">来件如何处理</label><select id="mode" name="mode">${autoModes.map(
    (mode) =>
      html`<option value="${mode}"${mode === auto ? { html: ' selected' } : ''}>${autoWords[mode]}</option>`,
  )}</select><button class="plain">保存</button></div></form></section>`;
}
