import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { messageOf, otherSide, realSeconds, sendTo } from '../../../test/exchange/other-side.ts';
import { registerPeer } from '../../../test/exchange/peer-kit.ts';
import { testServer } from '../../../test/kit.ts';
import type { TestServer } from '../../platform/testing/test-server.ts';

const side = otherSide('county-bad');
let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  await registerPeer(server, side);
});
afterAll(() => server.stop());

const megabyte = 1024 * 1024;

/** A request as somebody types it into the wire; answers what came back, and how many bytes of a body were let in. */
function wire(peer: string, head: readonly string[], parts: Iterable<Buffer>) {
  const { port } = new URL(server.url);
  const socket: Socket = connect(Number(port), '127.0.0.1');
  const said = Promise.withResolvers<{ text: string; sent: number }>();
  let [text, sent] = ['', 0];
  const end = () => said.resolve({ text, sent });
  socket.on('data', (part) => {
    text += part.toString();
    if (text.includes('\r\n\r\n')) end();
  });
  socket.on('error', end);
  socket.on('close', end);
  const lines = [
    'POST /api/exchange/v1/messages HTTP/1.1',
    'host: localhost',
    'content-type: application/json',
    `x-peer: ${peer}`,
    `x-time: ${realSeconds()}`,
    'x-signature: hmac-sha256=00',
    ...head,
  ];
  const all = parts[Symbol.iterator]();
  const more = () => {
    for (let next = all.next(); !next.done; next = all.next()) {
      sent += next.value.length;
      if (socket.destroyed || text !== '') return;
      if (!socket.write(next.value)) {
        socket.once('drain', more);
        return;
      }
    }
  };
  socket.write(`${lines.join('\r\n')}\r\n\r\n`, more);
  return { socket, answer: said.promise };
}

test('somebody nobody knows is refused before his body is waited for', async () => {
  const { socket, answer } = wire('no-such-peer', [`content-length: ${megabyte}`], []);
  expect((await answer).text).toMatch(/^HTTP\/1\.1 401[\s\S]*unknown-peer/);
  socket.destroy();
});

test('a body without an end is cut off at its limit', async () => {
  const part = Buffer.from(`${megabyte.toString(16)}\r\n${'x'.repeat(megabyte)}\r\n`);
  const hundred = Array.from({ length: 100 }, () => part);
  const { socket, answer } = wire(side.code, ['transfer-encoding: chunked'], hundred);
  const { text, sent } = await answer;
  expect(text).toMatch(/^HTTP\/1\.1 413[\s\S]*too-large/);
  expect(sent).toBeLessThan(30 * megabyte);
  socket.destroy();
});

test('half a body is nothing, and the whole one is taken afterwards', async () => {
  const bytes = messageOf(side);
  const half = Buffer.from(bytes.slice(0, 100));
  const { socket, answer } = wire(side.code, [`content-length: ${bytes.length}`], [half]);
  socket.end();
  await answer;
  const heard = await sendTo(server, side, '/messages', bytes);
  expect([heard.status, heard.body.held]).toEqual([200, false]);
});
