import { type ZipEntry, zipOf } from '../../platform/zip.ts';
import { gb9704, linePitchMm, organSize, signPitchMm } from './gb9704.ts';
import type { Block, BlockKind } from './letter-blocks.ts';
import { escaped } from './letter-page.ts';

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const { paper, margin, size, font, red } = gb9704;

const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);
/** 文档网格, of lines alone: LibreOffice gives a sign that is wider than its cell two of them. */
const linePitch = twips(linePitchMm);
/** 字距 of the body: a little closer, so that a line takes its 28 signs. */
const closer = Math.floor(((signPitchMm * 72) / 25.4 - size.third) * 20);

interface Look {
  readonly font: string;
  readonly points: number;
  /** 首行缩进, in signs. */
  readonly indent: number;
  readonly align: 'both' | 'center' | 'right' | 'left';
  readonly before?: number;
  readonly after?: number;
  /** Signs left free at the right. */
  readonly right?: number;
  readonly color?: string;
}

const body: Look = { font: font.body, points: size.third, indent: 2, align: 'both' };
const centred = { indent: 0, align: 'center' } as const;

const looks: Record<Exclude<BlockKind, 'line'>, Look> = {
  'organ-mark': { ...centred, font: font.title, points: size.organMost, color: red },
  number: { ...body, ...centred, before: 1 },
  title: { ...centred, font: font.title, points: size.second, before: 2, after: 1 },
  to: { ...body, indent: 0, align: 'left' },
  'first-heading': { ...body, font: font.first },
  'second-heading': { ...body, font: font.second },
  text: body,
  organ: { ...body, indent: 0, align: 'right', right: gb9704.signatureRightSigns, before: 2 },
  date: { ...body, indent: 0, align: 'right', right: gb9704.signatureRightSigns },
};

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Word 文件: WordprocessingML written straight from the layout; fonts by name, Word has them. */
export function letterDocx(title: string, blocks: readonly Block[]): Buffer {
  const parts: readonly [name: string, content: string][] = [
    ['[Content_Types].xml', contentTypes],
    ['_rels/.rels', relations([['officeDocument', 'word/document.xml']])],
    ['word/document.xml', documentXml(blocks)],
    ['word/styles.xml', stylesXml],
    ['word/settings.xml', `${xml}<w:settings ${w}><w:evenAndOddHeaders/></w:settings>`],
    ['word/footer1.xml', footerXml('right')],
    ['word/footer2.xml', footerXml('left')],
    ['word/_rels/document.xml.rels', documentRelations],
  ];
  const entries = parts.map(([name, content]): ZipEntry => ({ name, bytes: Buffer.from(content) }));
  return zipOf([...entries, { name: 'docProps/core.xml', bytes: Buffer.from(coreXml(title)) }]);
}

function documentXml(blocks: readonly Block[]): string {
  const { topMm, rightMm, bottomMm, leftMm } = margin;
  const footer = twips(bottomMm - gb9704.pageNumberBelowMm) - size.fourth * 20;
  return `${xml}<w:document ${w} ${r}><w:body>${blocks.map((block, no) => paragraph(block, blocks[no + 1])).join('')}<w:sectPr>
<w:footerReference w:type="default" r:id="rId3"/><w:footerReference w:type="even" r:id="rId4"/>
<w:pgSz w:w="${twips(paper.widthMm)}" w:h="${twips(paper.heightMm)}"/>
<w:pgMar w:top="${twips(topMm)}" w:right="${twips(rightMm)}" w:bottom="${twips(bottomMm)}" w:left="${twips(leftMm)}" w:header="851" w:footer="${footer}" w:gutter="0"/>
<w:docGrid w:type="lines" w:linePitch="${linePitch}"/>
</w:sectPr></w:body></w:document>`;
}

/** A heading stays with what it heads, the signature with the last words: no page holds it alone. */
const staysWithNext = (kind: BlockKind, next: Block | undefined): boolean =>
  kind.endsWith('heading') || next?.kind === 'organ' || next?.kind === 'date';

function paragraph({ kind, words }: Block, next: Block | undefined): string {
  if (kind === 'line') return redLine;
  const look = looks[kind];
  const points = kind === 'organ-mark' ? organSize(words) : look.points;
  const isTall = points > size.third;
  const spacing = [
    `w:before="${(look.before ?? 0) * linePitch}" w:after="${(look.after ?? 0) * linePitch}"`,
    isTall ? 'w:line="240" w:lineRule="auto"' : `w:line="${linePitch}" w:lineRule="exact"`,
  ].join(' ');
  const indent = `${signs('firstLine', look.indent)} ${signs('right', look.right ?? 0)}`;
  return `<w:p><w:pPr>${staysWithNext(kind, next) ? '<w:keepNext/>' : ''}${isTall ? '<w:snapToGrid w:val="0"/>' : ''}<w:spacing ${spacing}/><w:ind ${indent}/><w:jc w:val="${look.align}"/></w:pPr><w:r>${runLook(look, points)}<w:t xml:space="preserve">${escaped(words)}</w:t></w:r></w:p>`;
}

/** Counted in signs, which Word reads, and in length for those that do not. */
const signs = (side: 'firstLine' | 'right' | 'left', count: number): string =>
  `w:${side}Chars="${count * 100}" w:${side}="${twips(count * signPitchMm)}"`;

function runLook(look: Look, points: number): string {
  const color = look.color ? `<w:color w:val="${look.color}"/>` : '';
  const spacing = points === size.third ? `<w:spacing w:val="${closer}"/>` : '';
  return `<w:rPr><w:rFonts w:ascii="${look.font}" w:hAnsi="${look.font}" w:eastAsia="${look.font}"/>${color}${spacing}<w:sz w:val="${points * 2}"/></w:rPr>`;
}

/** 版头分隔线, as wide as the core, 4 mm below the number. */
const redLine = `<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="16" w:space="0" w:color="${red}"/></w:pBdr><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="${twips(4)}" w:lineRule="exact"/></w:pPr></w:p>`;

/** 页码: 4 号, a dash on each side, outside on single and on double pages. */
function footerXml(side: 'left' | 'right'): string {
  const look = `<w:rPr><w:rFonts w:ascii="${font.page}" w:hAnsi="${font.page}" w:eastAsia="${font.page}"/><w:sz w:val="${size.fourth * 2}"/></w:rPr>`;
  const text = (words: string) => `<w:r>${look}<w:t xml:space="preserve">${words}</w:t></w:r>`;
  const number = `<w:r>${look}<w:fldChar w:fldCharType="begin"/></w:r><w:r>${look}<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r>${look}<w:fldChar w:fldCharType="end"/></w:r>`;
  return `${xml}<w:ftr ${w}><w:p><w:pPr><w:ind ${signs(side, 1)}/><w:jc w:val="${side}"/></w:pPr>${text('— ')}${number}${text(' —')}</w:p></w:ftr>`;
}

/** The size stands in the style too: LibreOffice measures the grid by the style's, not by the document's default. */
const normal = `<w:rPr><w:rFonts w:ascii="${font.body}" w:hAnsi="${font.body}" w:eastAsia="${font.body}"/><w:sz w:val="${size.third * 2}"/><w:szCs w:val="${size.third * 2}"/><w:lang w:val="zh-CN" w:eastAsia="zh-CN"/></w:rPr>`;
const stylesXml = `${xml}<w:styles ${w}><w:docDefaults><w:rPrDefault>${normal}</w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>${normal}</w:style></w:styles>`;

const coreXml = (title: string) =>
  `${xml}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title></cp:coreProperties>`;

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const rows = targets.map(
    ([type, target], no) =>
      `<Relationship Id="rId${no + 1}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`;
}

const documentRelations = relations([
  ['styles', 'styles.xml'],
  ['settings', 'settings.xml'],
  ['footer', 'footer1.xml'],
  ['footer', 'footer2.xml'],
]);

const overrides = [
  ['word/document.xml', `${wordType}.document.main+xml`],
  ['word/styles.xml', `${wordType}.styles+xml`],
  ['word/settings.xml', `${wordType}.settings+xml`],
  ['word/footer1.xml', `${wordType}.footer+xml`],
  ['word/footer2.xml', `${wordType}.footer+xml`],
  ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
]
  .map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`)
  .join('');

const contentTypes = `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`;
