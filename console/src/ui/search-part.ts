import { z } from 'zod';

/** One filter in the address: a broken one is as if it were not said. */
export const said = <Part extends z.ZodType>(part: Part) => part.optional().catch(undefined);

export const chosenOrder = said(z.uuid());
