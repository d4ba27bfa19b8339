import { inCityWith } from '../src/platform/testing/in-city.ts';
import { type TestServer, testServerWith } from '../src/platform/testing/test-server.ts';
import { makers } from './makers/index.ts';
import { pretendPorts } from './pretend-ports.ts';

export { call, Refused } from '../src/platform/testing/call.ts';

/** `test('…', inCity(async ({ as, ctx }) => { … }))`: the real database, rolled back. */
export const inCity = inCityWith(makers, pretendPorts);

/** The whole program on a database of its own and a virtual clock. Only here is every module read. */
export async function testServer(): Promise<TestServer> {
  const { assembly } = await import('../src/assembly.ts');
  const { resolveActor, allowTopics, routes } = assembly;
  return testServerWith({ resolveActor, allowTopics, routes, ports: pretendPorts() });
}
