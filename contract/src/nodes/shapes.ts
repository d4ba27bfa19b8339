import { z } from 'zod';
import { id } from '../shapes.ts';

export const nodeParams = z.object({ nodeId: id });
export const watchParams = z.object({ watchId: id });
export const reasonWords = z.string().trim().min(4).max(500);
/** A matter, or with two or four digits a branch of the tree. */
export const matterPrefix = z.string().regex(/^\d{2}(\d{2}(\d{2})?)?$/);
/** What a text says: a name, a nickname, a thing. */
export const saidWord = z.string().trim().min(2).max(24);

/** 原因: words that several people share, and a quote that names nobody. */
export const quoted = z.object({
  words: z.string(),
  people: z.number().int(),
  orders: z.number().int(),
  quote: z.string(),
});
