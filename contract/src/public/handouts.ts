import { z } from 'zod';
import { route } from '../route.ts';
import { day } from '../shapes.ts';
import { answerStates } from '../words/handouts.ts';

/** 打开答复链接: by POST, so that the key of the link stands in no address and no log. */
export const openHandout = route({
  method: 'POST',
  path: '/public/handouts/open',
  summary: 'The answer a link leads to, as it stands now; that it was opened is kept',
  body: z.object({ token: z.string().min(20).max(80) }),
  reply: z.object({
    state: z.enum(answerStates),
    title: z.string(),
    /** Empty where the answer holds no more. */
    answer: z.string(),
    owner: z.string(),
    basis: z.string(),
    validUntil: day.nullable(),
    /** 示例内容. */
    isExample: z.boolean(),
    forms: z.array(z.object({ title: z.string(), bring: z.array(z.string()), path: z.string() })),
    links: z.array(z.object({ title: z.string(), url: z.string() })),
  }),
});

/** No JSON: a form to save. */
export const formPath = '/public/answers/:code/forms/:no';
export const formPathOf = (code: string, no: number): string =>
  `/api/public/answers/${encodeURIComponent(code)}/forms/${no}`;
