import { auditAToC } from './audit-words-a-c.ts';
import { auditDToL } from './audit-words-d-l.ts';
import { auditMToR } from './audit-words-m-r.ts';
import { auditSToZ } from './audit-words-s-z.ts';

/** 动作: what people call the audit word of each route. A test compares them with the routes that are served. */
export const auditWordLabel: Readonly<Record<string, string>> = {
  ...auditAToC,
  ...auditDToL,
  ...auditMToR,
  ...auditSToZ,
};
