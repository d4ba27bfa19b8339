import { assembly } from '../src/assembly.ts';
import { inCityWith } from '../src/platform/testing/in-city.ts';
import { noPorts } from '../src/platform/testing/no-ports.ts';
import { type TestServer, testServerWith } from '../src/platform/testing/test-server.ts';
import { makers } from './makers/index.ts';

export { call, Refused } from '../src/platform/testing/call.ts';

/** `test('…', inCity(async ({ as, ctx }) => { … }))`: the real database, rolled back. */
export const inCity = inCityWith(makers, () => noPorts);

/** The whole program on a database of its own and a virtual clock. */
export function testServer(): Promise<TestServer> {
  const { resolveActor, allowTopics, routes } = assembly;
  return testServerWith({ resolveActor, allowTopics, routes, ports: noPorts });
}
