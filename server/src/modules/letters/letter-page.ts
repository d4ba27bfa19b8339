import { gb9704, linePitchMm, organSize, signPitchMm } from './gb9704.ts';
import type { Block } from './letter-blocks.ts';

const { paper, margin, size, font, red } = gb9704;

/** What a machine without the prescribed letters shows instead. */
const serif = "'Noto Serif CJK SC', 'Source Han Serif SC', serif";
const family = {
  title: `'${font.title}', '小标宋', ${serif}`,
  body: `'${font.body}', '仿宋_GB2312', 'FangSong', 'STFangsong', ${serif}`,
  first: `'${font.first}', 'SimHei', 'Noto Sans CJK SC', sans-serif`,
  second: `'${font.second}', '楷体_GB2312', 'KaiTi', 'STKaiti', ${serif}`,
};
const thirdMm = (size.third * 25.4) / 72;

const sheet = `
@page { size: ${paper.widthMm}mm ${paper.heightMm}mm;
  margin: ${margin.topMm}mm ${margin.rightMm}mm ${margin.bottomMm}mm ${margin.leftMm}mm; }
@page :right { @bottom-right { ${numberBox()} padding-right: 1em; } }
@page :left { @bottom-left { ${numberBox()} padding-left: 1em; } }
* { box-sizing: border-box; }
body { margin: 0; color: #000; font: ${size.third}pt/${linePitchMm.toFixed(3)}mm ${family.body};
  letter-spacing: ${(signPitchMm - thirdMm).toFixed(3)}mm; word-break: break-all; line-break: strict; }
p { margin: 0; text-align: justify; text-indent: 2em; orphans: 1; widows: 1; }
.organ-mark { color: #${red}; font-family: ${family.title}; text-align: center; text-indent: 0;
  line-height: 1.3; letter-spacing: 0; white-space: nowrap; margin-top: 0; }
.number { text-align: center; text-indent: 0; }
.organ-mark + .number { margin-top: ${linePitchMm.toFixed(3)}mm; }
.line { border-top: 0.7mm solid #${red}; height: 0; margin-top: 4mm; }
.title { font-family: ${family.title}; font-size: ${size.second}pt; line-height: 1.45; letter-spacing: 0;
  text-align: center; text-indent: 0; margin: ${(2 * linePitchMm).toFixed(3)}mm 0 ${linePitchMm.toFixed(3)}mm;
  word-break: normal; text-wrap: balance; }
.to { text-indent: 0; }
.first-heading { font-family: ${family.first}; break-after: avoid; }
.second-heading { font-family: ${family.second}; break-after: avoid; }
.organ, .date { text-align: right; text-indent: 0; padding-right: 4em; break-before: avoid; }
.organ { margin-top: ${(2 * linePitchMm).toFixed(3)}mm; }
@media screen { html { background: #e8e8e8; }
  body { background: #fff; width: ${paper.widthMm}mm; min-height: ${paper.heightMm}mm; margin: 16px auto;
    padding: ${margin.topMm}mm ${margin.rightMm}mm ${margin.bottomMm}mm ${margin.leftMm}mm; } }
@media screen and (max-width: ${paper.widthMm}mm) {
  body { width: auto; min-height: 0; margin: 0; padding: 24px 16px; }
  .organ-mark { white-space: normal; } }
`;

function numberBox(): string {
  return `content: "— " counter(page) " —"; font: ${size.fourth}pt '${font.page}', ${serif};
    vertical-align: top; padding-top: ${gb9704.pageNumberBelowMm}mm;`;
}

/** 打印页: the letter as one page of HTML, for the browser's printer and for PDF. Runs nothing, loads nothing. */
export function letterPage(title: string, blocks: readonly Block[]): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><style>${sheet}</style></head><body>
${blocks.map(blockHtml).join('\n')}
</body></html>`;
}

/** What the browser is told may be loaded: nothing but this page's own style. */
export const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

function blockHtml({ kind, words }: Block): string {
  if (kind === 'line') return '<div class="line"></div>';
  const style = kind === 'organ-mark' ? ` style="font-size:${organSize(words)}pt"` : '';
  return `<p class="${kind}"${style}>${escaped(words)}</p>`;
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escaped = (words: string): string =>
  words.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign);
