import { z } from 'zod';
import { route } from './route.ts';
import { linkageLists } from './words/linkage.ts';

/** 互转事项清单: what both lines signed, found by name, code or the words somebody says. */
export const listLinkageRows = route({
  method: 'GET',
  path: '/linkage/rows',
  summary: 'Rows of a co-signed list (互转事项清单) that fit what is typed or said',
  query: z.object({ list: z.enum(linkageLists), q: z.string().trim().max(500).default('') }),
  reply: z.object({
    rows: z.array(
      z.object({
        code: z.string(),
        category: z.string(),
        item: z.string(),
        version: z.string(),
        signedOn: z.string(),
        /** 演示数据: no city signed it. */
        isInvented: z.boolean(),
      }),
    ),
    /** More fit than are shown. */
    hasMore: z.boolean(),
  }),
});
