import { z } from 'zod';

/** What a line of each file is; evals/README.md says it in words. */
const id = z.string().min(1);
const words = { title: z.string().min(1).nullable(), detail: z.string().min(4) };

export const urgencyRow = z.strictObject({
  id,
  ...words,
  hour: z.int().min(0).max(23).nullable(),
  examDay: z.boolean(),
  kind: z.string(),
  expect: z.enum(['U1', 'U2']).nullable(),
});

const said = z.string().min(1).nullable();
export const orderRow = z.strictObject({
  id,
  city: z.enum(['zhangzhou', 'hami']),
  ...words,
  label: z.string(),
  type: z.enum(['ZX', 'QZ', 'TS', 'JB', 'JY', 'BY']),
  place: z.strictObject({
    county: said,
    town: said,
    village: said,
    road: said,
    number: said,
    poi: said,
  }),
  area: said,
  subject: said,
  at: z.iso.datetime({ offset: true }).startsWith('2025-'),
});

export const messageRow = z.strictObject({
  id,
  person: z.string().min(1),
  ...words,
  at: z.iso.datetime({ offset: true }).startsWith('2025-'),
  city: z.enum(['zhangzhou', 'hami']),
});
export const carrierRow = z.strictObject({
  id,
  text: z.string(),
  keep: z.array(z.string().min(1)),
});
export const problemRow = z.strictObject({
  problem: z.string().min(1),
  name: z.string().min(1),
  ids: z.array(id).min(3).max(25),
});

export const tagOfAddress =
  /^(O|[BI]-(prov|city|district|devzone|town|community|village_group|road|roadno|poi|subpoi|houseno|cellno|floorno|roomno|assist|intersection))$/;
