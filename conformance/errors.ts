import { z } from 'zod';
import { type Answer, readable } from './ask.ts';
import type { Suite } from './both-formats.ts';
import type { Service } from './services.ts';
import { contentType, formats } from './words.ts';

const faults = z
  .array(z.object({ code: z.string().min(1), description: z.string().min(1) }))
  .min(1);

/** Section 4: the status, and a document in the format that was asked for. */
export async function errorsHold(suite: Suite, services: readonly Service[]): Promise<void> {
  const { checks, endpoint } = suite;
  checks.chapter('Errors');
  const nowhere = ['services/no-such-service', 'requests/no-such-request', 'tokens/no-such-token'];
  for (const path of nowhere)
    for (const format of formats)
      faultHolds(suite, `GET ${path}.${format}`, await endpoint.get(path, format), 404);
  for (const format of formats) {
    const status = await endpoint.get('requests', format, { status: 'half-open' });
    faultHolds(suite, `an unknown status (${format})`, status, 400);
    const service = await endpoint.get('requests', format, { service_code: 'no-such-service' });
    faultHolds(suite, `requests of an unknown service (${format})`, service, 404);
  }
  const code = services[0]?.service_code ?? 'none';
  for (const format of formats) {
    const keyless = await endpoint.post(format, [['service_code', code]]);
    faultHolds(suite, `POST without a key (${format})`, keyless, 403);
    const wrong = await endpoint.post(format, [
      ['service_code', code],
      ['api_key', 'no-such-key'],
    ]);
    faultHolds(suite, `POST with a wrong key (${format})`, wrong, 403);
  }
  checks.same('an unknown format is 404', await statusOf(suite, 'services.yaml'), 404);
  checks.same('no format is 404', await statusOf(suite, 'services'), 404);
}

const statusOf = async ({ endpoint }: Suite, file: string): Promise<number> =>
  (await endpoint.raw(file)).status;

/** One refusal: its status, its type, and at least one code with a sentence. Answers the sentences. */
export function faultHolds(
  { checks }: Suite,
  what: string,
  answer: Answer,
  status: number,
): string {
  const said = faults.safeParse(readable(answer));
  checks.same(`${what} is ${status}`, answer.status, status);
  checks.that(
    `${what}: told in the same format`,
    contentType[answer.format].test(answer.type),
    answer.type,
  );
  checks.that(`${what}: a list of code and description`, said.success, answer.text.slice(0, 300));
  return (said.data ?? []).map(({ code, description }) => `${code} ${description}`).join('\n');
}
