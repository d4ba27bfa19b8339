import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openStream } from './stream.ts';

const opened: FakeStream[] = [];

/** What the browser's EventSource shows us of itself. */
class FakeStream {
  static readonly CLOSED = 2;
  readyState = 0;
  onopen = () => {};
  onerror = async () => {};
  readonly topics: readonly string[];
  constructor(address: string) {
    this.topics = new URL(address, 'http://localhost').searchParams.getAll('topic');
    opened.push(this);
  }
  close() {
    this.readyState = FakeStream.CLOSED;
  }
  async isRefused() {
    this.close();
    await this.onerror();
    await vi.advanceTimersByTimeAsync(10);
  }
}

const mayNotHear = {
  error: { code: 'desk.not-heard', message: '–', facts: { count: 1, topics: 'order:gone' } },
};

beforeEach(() => {
  opened.length = 0;
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', FakeStream);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a topic that may not be heard any more is given up, the others go on and are read again', async () => {
  vi.stubGlobal('fetch', async () => Response.json(mayNotHear, { status: 403 }));
  const client = new QueryClient();
  const readAgain = vi.spyOn(client, 'invalidateQueries');
  const onLive = vi.fn();
  openStream({ client, topics: ['desk:calls', 'order:gone'], onLive });
  await opened[0]?.isRefused();
  expect(opened.map(({ topics }) => topics)).toEqual([
    ['desk:calls', 'order:gone'],
    ['desk:calls'],
  ]);
  opened[1]?.onopen();
  expect(readAgain).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(onLive.mock.calls).toEqual([[true]]);
});

test('a server that is away is asked again after a while, and the page says so meanwhile', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('no line');
  });
  const onLive = vi.fn();
  openStream({ client: new QueryClient(), topics: ['desk:calls'], onLive });
  await opened[0]?.isRefused();
  expect(opened).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(onLive.mock.calls).toEqual([[false]]);
  expect(opened.map(({ topics }) => topics)).toEqual([['desk:calls'], ['desk:calls']]);
});
