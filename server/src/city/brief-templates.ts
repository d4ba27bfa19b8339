import { briefAbouts, sectionHolds } from '@minsheng/contract/words/briefs.ts';
import { z } from 'zod';
import * as cell from './cells.ts';
import { marks } from './rows.ts';
import type { At } from './source.ts';
import { text as words } from './text.ts';

const holds: readonly string[] = sectionHolds;

/** `标题=内容`, parted by `;`. */
const sections = z.string().transform((value, context) =>
  value.split(';').map((part) => {
    const [heading = '', what = ''] = part.split('=').map((one) => one.trim());
    if (heading === '' || !holds.includes(what))
      context.addIssue({ code: 'custom', message: words.notSection(part.trim()) });
    return { heading, holds: z.enum(sectionHolds).catch('words').parse(what) };
  }),
);

/** 专报模板. */
export const briefTemplateRow = z.object({
  code: cell.slug,
  name: cell.text,
  about: z.enum(briefAbouts),
  /** 期刊名: what its numbers are counted in. */
  series: cell.text,
  sections,
  mark: z.enum(marks),
});
export type BriefTemplateRow = At<z.infer<typeof briefTemplateRow>>;
