import { afterEach, expect, test, vi } from 'vitest';
import { call, replyFrom } from './call.ts';
import { Refused, Unanswered } from './failure.ts';
import { operations } from './operations.ts';

const duty = {
  orderId: '0190f3a0-0000-7000-8000-000000000001',
  assignmentId: '0190f3a0-0000-7000-8000-000000000002',
};

function answering(status: number, body: unknown) {
  const asked = vi.fn(async () => new Response(JSON.stringify(body), { status }));
  vi.stubGlobal('fetch', asked);
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

test('parameters go into the path, the rest into the body, key and token into the head', async () => {
  const asked = answering(200, { done: true });
  await call(operations.contact, { ...duty, reached: true }, { key: 'k', as: { token: 't' } });
  expect(asked).toHaveBeenCalledWith(
    `/api/handling/${duty.orderId}/assignments/${duty.assignmentId}/contact`,
    expect.objectContaining({
      method: 'POST',
      body: '{"reached":true}',
      headers: expect.objectContaining({ 'Idempotency-Key': 'k', Authorization: 'Bearer t' }),
    }),
  );
});

test('whoever signed in on this browser asks by cookie, and by the header a foreign page cannot send', async () => {
  const asked = answering(200, { done: true });
  await call(operations.contact, { ...duty, reached: true }, { as: 'cookie' });
  await call(operations.cityFacts, {});
  const [mine, nobodys] = asked.mock.calls.map((each) => JSON.stringify(each));
  expect(mine).toContain('"x-minsheng":"1"');
  expect(nobodys).not.toContain('x-minsheng');
});

test('a question carries its words in the query and has no body', async () => {
  const asked = answering(200, { rows: [] });
  await call(operations.searchMatters, { q: '路灯' });
  expect(asked).toHaveBeenCalledWith(
    `/api/matters?q=${encodeURIComponent('路灯')}`,
    expect.not.objectContaining({ body: expect.anything() }),
  );
});

test('number and query code travel in the body only', async () => {
  const asked = answering(200, {});
  await call(operations.trackAppeal, { orderNo: '350600-20260105-000123', code: 'AB12CD34' });
  expect(asked).toHaveBeenCalledWith('/api/public/track', expect.anything());
});

test('a refusal brings the server’s sentence', async () => {
  answering(409, { error: { code: 'intake.urged-today', facts: {}, message: '今天已经催办过' } });
  const refused = call(operations.urgeAppeal, { orderNo: 'n', code: 'c' });
  await expect(refused).rejects.toBeInstanceOf(Refused);
  await expect(refused).rejects.toMatchObject({ status: 409, message: '今天已经催办过' });
});

test('a gateway, a broken page or no network is no answer', async () => {
  expect(() => replyFrom(502, '<html>')).toThrow(Unanswered);
  expect(() => replyFrom(200, '<html>')).toThrow(Unanswered);
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
  await expect(call(operations.cityFacts, {})).rejects.toBeInstanceOf(Unanswered);
});
