import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { readable } from './ask.ts';
import type { Suite } from './both-formats.ts';
import { faultHolds } from './errors.ts';
import type { Attribute, Definition, Service } from './services.ts';
import { contentType, type Format, formats } from './words.ts';

export interface FilingWishes {
  readonly services: readonly Service[];
  readonly definitions: readonly Definition[];
  readonly key: string | undefined;
  readonly mayFile: boolean;
}

type Said = readonly (readonly [string, string])[];

/** Section 3, POST requests: what is wrong is refused before anything is filed, what is right is taken. */
export async function filingHolds(suite: Suite, wishes: FilingWishes): Promise<void> {
  suite.checks.chapter('Filing a request');
  const { key, services, definitions } = wishes;
  const [service] = services.filter(({ type }) => type !== 'blackbox');
  if (key === undefined || !service) return suite.say('  not tried: no key was given (--key)');
  const definition = definitions.find(({ service_code }) => service_code === service.service_code);
  const whole = filled(service, definition?.attributes ?? [], key);
  await refusals(suite, { whole, attributes: definition?.attributes ?? [] });
  if (!wishes.mayFile)
    return suite.say('  nothing was filed: this is a production endpoint (--file to do it there)');
  for (const format of formats) await filed(suite, { service, whole, format });
}

/** Every required attribute answered by its type. */
function filled({ service_code }: Service, attributes: readonly Attribute[], key: string): Said {
  const answers = attributes
    .filter(({ required }) => required)
    .map((each): [string, string] => [
      `attribute[${each.code}]${each.datatype === 'multivaluelist' ? '[]' : ''}`,
      answerTo(each),
    ]);
  return [
    ['api_key', key],
    ['service_code', service_code],
    ['address_string', '测试地址 1 号 conformance'],
    ['description', '一致性测试 conformance test: & < > " \' 请忽略\nsecond line'],
    ...answers,
  ];
}

function answerTo({ datatype, values = [] }: Attribute): string {
  if (datatype === 'number') return '1';
  if (datatype === 'datetime') return '2026-01-02T03:04:05+08:00';
  return values[0]?.key ?? 'conformance';
}

const without = (said: Said, ...names: readonly string[]): Said =>
  said.filter(([name]) => !names.includes(name.replace(/\[\]$/, '')));

async function refusals(
  suite: Suite,
  { whole, attributes }: { whole: Said; attributes: readonly Attribute[] },
): Promise<void> {
  for (const format of formats) {
    const post = (said: Said) => suite.endpoint.post(format, said);
    const noService = await post(without(whole, 'service_code'));
    faultHolds(suite, `POST without a service (${format})`, noService, 400);
    const strange = [
      ...without(whole, 'service_code'),
      ['service_code', 'no-such-service'],
    ] as const;
    faultHolds(suite, `POST for an unknown service (${format})`, await post(strange), 404);
    const noPlace = await post(without(whole, 'address_string'));
    faultHolds(suite, `POST without a place (${format})`, noPlace, 400);
    const half = await post([...without(whole, 'address_string'), ['lat', '24.5']]);
    faultHolds(suite, `POST with half a position (${format})`, half, 400);
    const long = await post([...without(whole, 'description'), ['description', '长'.repeat(4001)]]);
    faultHolds(suite, `POST with more than 4,000 characters (${format})`, long, 400);
    const required = attributes.filter((each) => each.required).map(({ code }) => code);
    if (required.length === 0) continue;
    const bare = await post(without(whole, ...required.map((code) => `attribute[${code}]`)));
    const told = faultHolds(suite, `POST without required attributes (${format})`, bare, 400);
    suite.checks.same(
      `each missing one is named (${format})`,
      required.filter((code) => !told.includes(code)),
      [],
    );
  }
}

const receipt = z
  .array(
    z.object({
      service_request_id: z.string().nullish(),
      token: z.string().nullish(),
      service_notice: z.string().nullish(),
      account_id: z.string().nullish(),
    }),
  )
  .length(1);

async function filed(
  suite: Suite,
  { service, whole, format }: { service: Service; whole: Said; format: Format },
): Promise<void> {
  const { checks, endpoint } = suite;
  const answer = await endpoint.post(format, whole);
  checks.same(`POST of a whole request is 200 (${format})`, answer.status, 200);
  checks.that(
    `its answer names its type (${format})`,
    contentType[format].test(answer.type),
    answer.type,
  );
  const said = receipt.safeParse(readable(answer));
  checks.that(`a list of one receipt (${format})`, said.success, answer.text.slice(0, 300));
  const { service_request_id: id, token } = said.data?.[0] ?? {};
  checks.that(`a number or a token, not both (${format})`, !id !== !token, said.data);
  if (service.type === 'realtime')
    checks.that(`a realtime service tells the number (${format})`, !!id);
  if (token) await tokenHolds(suite, token, format);
  if (!id) return;
  const again = await endpoint.get(`requests/${encodeURIComponent(id)}`, format);
  checks.same(`what was filed can be read by its number (${format})`, again.status, 200);
}

const tokens = z.array(z.object({ service_request_id: z.string().nullish(), token: z.string() }));
const asks = 5;
const pauseMs = 2000;

/** Section 5: known at once, its number perhaps later. */
async function tokenHolds(suite: Suite, token: string, format: Format): Promise<void> {
  const { checks, endpoint } = suite;
  for (let turn = 1; turn <= asks; turn++) {
    const answer = await endpoint.get(`tokens/${encodeURIComponent(token)}`, format);
    const said = tokens.safeParse(readable(answer));
    if (turn === 1)
      checks.same(
        `a token is known at once (${format})`,
        [answer.status, said.data?.[0]?.token],
        [200, token],
      );
    if (said.data?.[0]?.service_request_id) return;
    if (turn < asks) await pause(pauseMs);
  }
}
