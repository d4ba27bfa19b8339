/**
 * 党政机关公文格式 GB/T 9704-2012, what a letter here needs of it, in one place: millimetres and points. Page and Word
 * file are both made from this.
 */
export const gb9704 = {
  paper: { widthMm: 210, heightMm: 297 },
  /** 天头 37, 订口 28, 版心 156 × 225. */
  margin: { topMm: 37, leftMm: 28, rightMm: 26, bottomMm: 35 },
  core: { widthMm: 156, heightMm: 225 },
  linesPerPage: 22,
  signsPerLine: 28,
  /** 字号 in points. */
  size: { second: 22, third: 16, fourth: 14, organMost: 48 },
  font: {
    /** 小标宋. */
    title: '方正小标宋简体',
    body: '仿宋',
    /** 一级标题. */
    first: '黑体',
    /** 二级标题. */
    second: '楷体',
    page: '宋体',
  },
  red: 'E60012',
  /** 成文日期右空四字, 署名 centred above it. */
  signatureRightSigns: 4,
  /** 一字线上距版心下边缘 7 mm. */
  pageNumberBelowMm: 7,
} as const;

export const linePitchMm = gb9704.core.heightMm / gb9704.linesPerPage;
export const signPitchMm = gb9704.core.widthMm / gb9704.signsPerLine;

const mmPerPoint = 25.4 / 72;

/** 发文机关标志: as large as one line of the core allows. */
export function organSize(organ: string): number {
  const fits = Math.floor(gb9704.core.widthMm / mmPerPoint / Math.max(1, organ.length));
  return Math.min(gb9704.size.organMost, fits);
}
