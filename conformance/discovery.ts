import { z } from 'zod';
import type { Suite } from './both-formats.ts';
import { specification } from './words.ts';

const discovery = z.object({
  changeset: z.iso.datetime({ offset: true }),
  contact: z.string().min(1),
  key_service: z.string().min(1),
  endpoints: z
    .array(
      z.object({
        specification: z.string(),
        url: z.url(),
        changeset: z.iso.datetime({ offset: true }),
        type: z.enum(['production', 'test']),
        formats: z.array(z.string()).min(1),
      }),
    )
    .min(1),
});

/** Section 2. Answers what the endpoint says it is for; null where it does not say. */
export async function discoveryHolds({ checks, both }: Suite): Promise<string | null> {
  checks.chapter('Discovery');
  const said = discovery.safeParse(await both('discovery', 'discovery'));
  checks.that('discovery has every field it must have', said.success, said.error?.issues);
  if (!said.success) return null;
  const { endpoints } = said.data;
  const ours = endpoints.find((each) => each.specification === specification);
  checks.that('an endpoint of GeoReport v2 is named', ours !== undefined, endpoints);
  checks.that(
    'which offers XML',
    ours?.formats.some((type) => type.startsWith('text/xml')) ?? false,
    ours?.formats,
  );
  return ours?.type ?? null;
}
