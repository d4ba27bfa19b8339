import * as contract from '@minsheng/contract';
import type { Route } from '@minsheng/contract/route.ts';
import { fieldLabel } from '@minsheng/contract/words/field-labels.ts';
import { expect, test } from 'vitest';
import { z } from 'zod';

/** Every name in a part of a request, however deep. */
function namesIn(schema: object): string[] {
  const { properties = {}, items, anyOf = [], allOf = [], oneOf = [] } = shape.parse(schema);
  const inner = [
    ...Object.values(properties),
    ...(items ? [items] : []),
    ...anyOf,
    ...allOf,
    ...oneOf,
  ];
  return [...Object.keys(properties), ...inner.flatMap(namesIn)];
}

const shape = z.object({
  properties: z.record(z.string(), z.looseObject({})).optional(),
  items: z.looseObject({}).optional(),
  anyOf: z.array(z.looseObject({})).optional(),
  allOf: z.array(z.looseObject({})).optional(),
  oneOf: z.array(z.looseObject({})).optional(),
});

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'path' in value && 'method' in value;

const namesOf = (schema: z.ZodType): string[] =>
  namesIn(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));

test('every value a request may carry is called something a person knows, and nothing else is', () => {
  const routes = Object.values(contract)
    .flatMap((module) => Object.values(module))
    .filter(isRoute);
  const names = new Set(
    [
      ...routes.flatMap(({ params, query, body }) => [params, query, body]),
      contract.orders.exportBody,
    ].flatMap(namesOf),
  );
  expect(names.size).toBeGreaterThan(100);
  expect([...names].filter((name) => !fieldLabel[name]).toSorted()).toEqual([]);
  expect(Object.keys(fieldLabel).filter((name) => !names.has(name))).toEqual([]);
  for (const label of Object.values(fieldLabel)) expect(label).toMatch(/^[\u4e00-\u9fff]+$/);
});
