import * as contract from '@minsheng/contract';
import type { Route } from '@minsheng/contract/route.ts';
import { send } from '../permissions/ask.ts';
import type { About, Request } from '../permissions/probe.ts';
import { probes, streamRoute } from '../permissions/probes.ts';
import type { World } from '../permissions/world.ts';

const someId = '019cac0f-2680-7042-b039-4ca1c9c9341a';
const noId = '-'.repeat(36);
const someDay = '2026-03-02';
const someInstant = `${someDay}T01:00:00.000Z`;

/** Where an id, a day or the place in a list belongs: cut, mistyped, made up, the place in another list. */
const malformed = [
  'x',
  noId,
  someId.slice(0, 35),
  '2026-02-30',
  '9'.repeat(30),
  `${someInstant}~${noId}`,
  `1772413200000.${noId}`,
  `1~${noId}`,
  `x~${someId}`,
  `${someDay}~${someId}`,
  `${someId}~${someId}`,
  `${'9'.repeat(30)}~${someId}`,
  `-271821-04-20T00:00:00.000Z~${someId}`,
];

/** Only a place in a list is two things in one. */
const noPlaces = malformed.filter((value) => !value.includes('~') && !value.includes('.'));

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'method' in value && 'reply' in value;
const routes = new Map(
  Object.values(contract)
    .flatMap((part): unknown[] => (typeof part === 'object' ? Object.values(part) : []))
    .filter(isRoute)
    .map((route) => [`${route.method} ${route.path}`, route]),
);

/** The request as it is right, each time with one value that is not. */
function asked(route: string, right: Request): Request[] {
  const query = new Set([
    ...Object.keys(routes.get(route)?.query.shape ?? {}),
    ...Object.keys(right.query ?? {}),
    'cursor',
  ]);
  const isGet = route.startsWith('GET ');
  return [
    ...Object.keys(right.params ?? {}).flatMap((name) =>
      malformed.map((value) => ({
        ...right,
        params: { ...right.params, [name]: encodeURIComponent(value) },
      })),
    ),
    ...(isGet ? [...query] : []).flatMap((name) =>
      (/^(cursor|after)$/.test(name) ? malformed : noPlaces).map((value) => ({
        ...right,
        query: { ...right.query, [name]: value },
      })),
    ),
  ];
}

/** Whoever comes furthest asks on: a refusal before anything is read would show nothing. */
async function furthest(
  world: World,
  route: string,
): Promise<{ about: About; isAnswered: boolean } | null> {
  const probe = probes[route];
  if (!probe) return null;
  const order = world.order('own', probe.stage ?? 'working');
  const tries: { about: About; status: number }[] = [];
  for (const person of world.people.values()) {
    const about = { person, order, fixtures: world.fixtures };
    const { status } = await send(world.app, route, probe.request(about), person.token);
    if (status < 400) return { about, isAnswered: true };
    tries.push({ about, status });
  }
  const permitted = tries.find(({ status }) => status !== 401 && status !== 403) ?? tries[0];
  return permitted ? { about: permitted.about, isAnswered: false } : null;
}

/** What broke of all that was asked with a spoilt id, day or place in a list, and how many GET routes answered at all. */
export async function brokenByAddresses(
  world: World,
): Promise<{ broken: string[]; answered: number }> {
  const broken: string[] = [];
  let answered = 0;
  for (const { method, path } of world.app.registry) {
    const route = `${method} ${path}`;
    if (route === streamRoute) continue;
    const found = await furthest(world, route);
    const probe = probes[route];
    if (!found || !probe) continue;
    const { about, isAnswered } = found;
    if (method === 'GET' && isAnswered) answered += 1;
    for (const { params, query, ...right } of asked(route, probe.request(about))) {
      const request = { ...right, params: params ?? {}, query: query ?? {} };
      const { status } = await send(world.app, route, request, about.person.token);
      if (status >= 500) broken.push(`${status} ${route} ${JSON.stringify({ params, query })}`);
    }
  }
  return { broken, answered };
}
