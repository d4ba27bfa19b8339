import type { Context } from '../../platform/context.ts';
import * as matters from '../matters/index.ts';
import { definitionOf } from './definition.ts';
import { serviceOf, services } from './services.repo.ts';
import { listOf, type SparkDocument } from './spark.ts';

/** GET services. */
export async function readServices(ctx: Context): Promise<SparkDocument> {
  const items = [];
  for (const service of await services(ctx)) {
    const asked = await askedFor(ctx, service.matter);
    items.push({
      service_code: service.matter,
      service_name: service.name,
      description: `${service.group}:${service.name}`,
      metadata: asked.length > 0,
      type: service.type,
      keywords: service.keywords.join(','),
      group: service.group,
    });
  }
  return { root: 'services', value: listOf('service', items) };
}

/** GET services/{code}. */
export async function readDefinition(ctx: Context, code: string): Promise<SparkDocument> {
  const { matter } = await serviceOf(ctx, code);
  return { root: 'service_definition', value: definitionOf(matter, await askedFor(ctx, matter)) };
}

/** What everybody may answer; the rest is for the centre and the unit. */
export async function askedFor(ctx: Context, matter: string): Promise<matters.MatterField[]> {
  return (await matters.fieldsFor(ctx, matter)).filter(({ seenBy }) => seenBy === 'all');
}
