import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from './permissions/ask.ts';
import { heardBy } from './permissions/heard.ts';
import { kinds } from './permissions/objects.ts';
import { probes, streamRoute } from './permissions/probes.ts';
import { people, readTable, tableOf } from './permissions/table.ts';
import { makeWorld, type World } from './permissions/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
}, 180_000);
afterAll(() => world?.stop());

const table = readTable();
const served = (): string[] =>
  world.app.registry.map(({ method, path }) => `${method} ${path}`).toSorted();
const personOf = (name: string) => {
  const person = world.people.get(name);
  if (!person) throw new Error(`Nobody is ${name}.`);
  return person;
};

describe('the table of permissions', () => {
  test('names every route, and no other', () => {
    expect([...table.routes].toSorted()).toEqual(served());
  });

  test('every route is tried', () => {
    expect([...Object.keys(probes), streamRoute].toSorted()).toEqual(served());
  });

  test('a route is asked about every object as soon as one role is answered by the object', () => {
    const line = 'GET /me\tagent\tyes\tyes\tyes\thidden\tyes\thidden\n';
    expect(tableOf(`${line}GET /me\tothers\tyes\n`).withoutObject).toEqual(new Set());
    expect(tableOf('GET /me\tothers\tyes\n').withoutObject).toEqual(new Set(['GET /me']));
  });

  test('a question left open, or answered twice, is refused', () => {
    expect(() => tableOf('GET /me\tagent\tyes\n')).toThrow('says nothing of');
    expect(() =>
      tableOf('GET /me\tothers\tyes\nGET /me\tagent\tyes\nGET /me\tagent\tyes\n'),
    ).toThrow('answered twice');
    expect(() => tableOf('GET /me\tnobody\tyes\n')).toThrow('nobody is called');
  });
});

describe('every route × every role × every object', () => {
  test('answers as the table says', { timeout: 900_000 }, async () => {
    const wrong: string[] = [];
    for (const route of served()) {
      const probe = probes[route];
      if (!probe || !table.routes.has(route)) continue;
      const tried = table.withoutObject.has(route) ? kinds.slice(0, 1) : kinds;
      for (const name of people) {
        for (const kind of tried) {
          const order = world.order(kind, probe.stage ?? 'working');
          const about = { person: personOf(name), order, fixtures: world.fixtures };
          const answer = await ask(world.app, route, probe, about);
          const expected = table.answer(route, name, kind);
          if (answer !== expected)
            wrong.push(`${route} by ${name} on ${kind}: ${answer}, the table says ${expected}`);
        }
      }
    }
    expect(wrong.join('\n')).toBe('');
  });

  test('nobody is answered without signing in, but by what is public', {
    timeout: 60_000,
  }, async () => {
    const wrong: string[] = [];
    for (const { method, path, may } of world.app.registry) {
      const route = `${method} ${path}`;
      const probe = probes[route];
      if (!probe || may === 'public') continue;
      const order = world.order('own', probe.stage ?? 'working');
      const about = { person: personOf('agent'), order, fixtures: world.fixtures };
      const answer = await ask(world.app, route, probe, about, null);
      if (answer !== 'identity.sign-in-needed') wrong.push(`${route}: ${answer}`);
    }
    expect(wrong.join('\n')).toBe('');
  });

  test('the live stream tells nobody of what they may not see', { timeout: 60_000 }, async () => {
    const topics = kinds.map((kind) => `order:${world.order(kind, 'working').orderId}`);
    const wrong: string[] = [];
    for (const name of people) {
      const heard = await heardBy(world.url, world.app.runtime, personOf(name).token, topics);
      for (const [at, kind] of kinds.entries()) {
        const answer = heard.has(topics[at] ?? '') ? 'yes' : 'desk.not-heard';
        const expected = table.answer(streamRoute, name, kind);
        if (answer !== expected)
          wrong.push(`${streamRoute} by ${name} on ${kind}: ${answer}, the table says ${expected}`);
      }
    }
    expect(wrong.join('\n')).toBe('');
  });
});
