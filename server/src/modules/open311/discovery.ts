import type { Context } from '../../platform/context.ts';
import * as organisation from '../organisation/index.ts';
import { contentType, formats, listOf, type SparkDocument, wholeSeconds } from './spark.ts';
import { text } from './text.ts';

const specification = 'http://wiki.open311.org/GeoReport_v2';

/** 服务发现. The changeset moves whenever the city's data does, so that clients may keep services until then. */
export async function discovery(ctx: Context, url: string): Promise<SparkDocument> {
  const { facts, isDemo, changedAt } = await organisation.cityWords(ctx);
  const changeset = wholeSeconds(changedAt);
  const endpoint = {
    specification,
    url,
    changeset,
    // Validators file requests at test endpoints only: a demo city takes them.
    type: isDemo ? 'test' : 'production',
    formats: listOf(
      'format',
      formats.map((format) => contentType[format].split(';')[0] ?? ''),
    ),
  };
  return {
    root: 'discovery',
    value: {
      changeset,
      contact: text.contact(facts.hotlineName, organisation.hotline),
      key_service: text.keyService(organisation.hotline),
      endpoints: listOf('endpoint', [endpoint]),
    },
  };
}
