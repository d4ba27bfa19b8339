import { z } from 'zod';
import type { Suite } from './both-formats.ts';

const service = z.object({
  service_code: z.string().min(1),
  service_name: z.string().min(1),
  description: z.string().nullish(),
  metadata: z.boolean(),
  type: z.enum(['realtime', 'batch', 'blackbox']),
  keywords: z.string().nullish(),
  group: z.string().nullish(),
});
export type Service = z.output<typeof service>;

const valued = z.object({ key: z.string(), name: z.string() });
const plainTypes = ['string', 'number', 'datetime', 'text'] as const;
const listTypes = ['singlevaluelist', 'multivaluelist'] as const;

const attribute = z.object({
  variable: z.boolean(),
  code: z.string().min(1),
  datatype: z.enum([...plainTypes, ...listTypes]),
  required: z.boolean(),
  datatype_description: z.string().nullish(),
  order: z.number().int().min(1),
  description: z.string().nullish(),
  values: z.array(valued).optional(),
});
export type Attribute = z.output<typeof attribute>;

const definition = z.object({ service_code: z.string(), attributes: z.array(attribute) });
export type Definition = z.output<typeof definition>;

/** Section 3, GET services. */
export async function servicesHold({ checks, both }: Suite): Promise<readonly Service[]> {
  checks.chapter('Services');
  const said = z.array(service).safeParse(await both('services', 'services'));
  checks.that('each service has code, name, metadata and type', said.success, said.error?.issues);
  const services = said.data ?? [];
  checks.that('there is a service', services.length > 0);
  const codes = services.map(({ service_code }) => service_code);
  checks.same('no code stands for two', new Set(codes).size, codes.length);
  return services;
}

const mostDefinitions = 10;

/** Section 3, GET services/{code}: those that say they have one, and one that does not exist. */
export async function definitionsHold(
  suite: Suite,
  services: readonly Service[],
): Promise<readonly Definition[]> {
  const { checks, both } = suite;
  checks.chapter('Service definitions');
  const asked = services.filter(({ metadata }) => metadata).slice(0, mostDefinitions);
  const found: Definition[] = [];
  for (const { service_code: code } of asked) {
    const path = `services/${encodeURIComponent(code)}`;
    const said = definition.safeParse(await both(path, 'service_definition'));
    checks.that(`the definition of ${code} has every field`, said.success, said.error?.issues);
    if (!said.success) continue;
    checks.same(`it is that of ${code}`, said.data.service_code, code);
    attributesHold(suite, said.data);
    found.push(said.data);
  }
  return found;
}

function attributesHold({ checks }: Suite, { service_code, attributes }: Definition): void {
  const orders = attributes.map(({ order }) => order);
  checks.same(
    `${service_code}: no two attributes at one place`,
    new Set(orders).size,
    orders.length,
  );
  const isList = (type: string) => listTypes.some((list) => list === type);
  const bad = attributes.filter(
    ({ datatype, values = [] }) => isList(datatype) !== values.length > 0,
  );
  checks.same(`${service_code}: lists have values and nothing else has`, bad, []);
}
