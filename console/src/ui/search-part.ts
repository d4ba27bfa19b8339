import { z } from 'zod';

/** One filter in the address: a broken one is as if it were not said. */
export const said = <Part extends z.ZodType>(part: Part) => part.optional().catch(undefined);

export const chosenOrder = said(z.uuid());

/** 就此工单, 就此事项: a page's form opens with it. */
export const namedParts = { order: chosenOrder, issue: said(z.uuid()) };
