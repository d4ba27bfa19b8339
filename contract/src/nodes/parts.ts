import { z } from 'zod';
import { day } from '../shapes.ts';
import { nodeFamilies, nodeKinds } from '../words/nodes.ts';

export const nodeOwnParts = {
  code: z.string().nullable(),
  year: z.number().int(),
  name: z.string(),
  kind: z.enum(nodeKinds),
  family: z.enum(nodeFamilies),
  first: day,
  last: day,
  from: day,
  to: day,
  /** Empty: the whole city. */
  areaNames: z.array(z.string()),
  /** Empty: every matter. */
  matterNames: z.array(z.string()),
};
