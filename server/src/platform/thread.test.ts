import { expect, test } from 'vitest';
import { openThread } from './thread.ts';

const threadOf = (code: string) =>
  openThread<string, string>(new URL(`data:text/javascript,${encodeURIComponent(code)}`), null);
const answer = (said: string) => said;
const soon = () => new Promise((wake) => setTimeout(wake, 300));

test('a thread answers one question after the other', async () => {
  const { ask, stop } = threadOf(
    "import { parentPort } from 'node:worker_threads'; parentPort.on('message', (told) => parentPort.postMessage(told + '!'));",
  );
  expect(await ask('a', answer)).toBe('a!');
  expect(await ask('b', answer)).toBe('b!');
  await stop();
});

test('one that broke before it was asked fails the question, not the program', async () => {
  const { ask } = threadOf("throw new Error('no such dictionary')");
  await soon();
  await expect(ask('a', answer)).rejects.toThrow('no such dictionary');
});

test('one that ended between two questions leaves nobody waiting', async () => {
  const { ask } = threadOf(
    "import { parentPort } from 'node:worker_threads'; parentPort.once('message', () => parentPort.postMessage('last'));",
  );
  expect(await ask('a', answer)).toBe('last');
  await soon();
  await expect(ask('b', answer)).rejects.toThrow('A thread ended with 0.');
});
