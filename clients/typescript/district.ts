import { crc32, deflateSync } from 'node:zlib';
import { type Change, type DistrictClient, type Duty, type DutyKey, Refused } from './client.ts';

/** A district's own system as small as can be: it works whatever it is given, and says what it does. */
export interface District {
  readonly client: DistrictClient;
  say(line: string): void;
}

/** 接单、联系、办理、回填: each step only if the duty allows it, so that it may begin anew after any interruption. */
export async function workDuty({ client, say }: District, key: DutyKey): Promise<string> {
  const duty = await client.duty(key);
  const may = (step: string): boolean => duty.abilities.includes(step);
  if (may('sign') && duty.state === 'sent') {
    await client.sign(key);
    say(`${duty.orderNo} 签收:${duty.title}`);
  }
  if (duty.role === 'copy') return 'done';
  const now = await client.duty(key);
  if (!now.abilities.includes('submit')) return now.state;
  if (now.mustContact) {
    await client.contact(key, { reached: true, note: '已电话联系,说明办理安排' });
    say(`${duty.orderNo} 已联系诉求人`);
  }
  await client.progress(key, '已派人到现场处理');
  say(`${duty.orderNo} 回填进展`);
  const { state } = await client.submit(key, await resultOf(client, now));
  say(`${duty.orderNo} 提交结果:${state}`);
  return state;
}

async function resultOf(client: DistrictClient, duty: Duty) {
  const evidence = [];
  for (const [index, { code, label, required }] of duty.evidence.entries()) {
    if (!required) continue;
    const picture = new Blob([pngOf(index * 40 + 20)], { type: 'image/png' });
    const purpose = code.includes('before') ? 'before' : 'after';
    const file = { name: `${label}.png`, purpose };
    evidence.push({ code, fileId: await client.upload(picture, file) });
  }
  return {
    isTrue: 'true',
    isSolved: 'solved',
    process: '示例系统:已到现场核实并处理完毕。',
    publicAnswer: '您好,您反映的问题已经处理好,感谢您的来电。',
    evidence,
    measures: duty.asksMeasures ? [{ kind: 'things', what: '现场修复' } as const] : [],
  } as const;
}

/** Works what is open already. Answers how many duties it has taken up. */
export async function workOpenDuties(district: District, most: number): Promise<number> {
  let handedIn = 0;
  for await (const row of district.client.duties()) {
    if (handedIn === most) return handedIn;
    if (!['sent', 'signed', 'contacted'].includes(row.state)) continue;
    await workDuty(district, row).catch(sayRefused(district, row.orderNo));
    handedIn += 1;
  }
  return handedIn;
}

/** Works each duty it is newly told of, by the feed or by a webhook. */
export async function heed(district: District, changes: readonly Change[]): Promise<void> {
  for (const { kind, at, orderId, orderNo, assignmentId, isOwn } of changes) {
    district.say(`${at} ${orderNo} ${kind}`);
    if (kind === 'dispatch.assigned' && isOwn && assignmentId !== null)
      await workDuty(district, { orderId, assignmentId }).catch(sayRefused(district, orderNo));
  }
}

/** A person has been quicker, or the centre has taken it back: said, and the next one is worked. */
const sayRefused =
  ({ say }: District, orderNo: string) =>
  (error: unknown) => {
    if (!(error instanceof Refused)) throw error;
    say(`${orderNo} 未办:${error.message}`);
  };

/** Follows the feed from a cursor until it is up to date. Answers where to go on. */
export async function followOnce(district: District, after: string): Promise<string> {
  const { rows, next, isMore } = await district.client.changes(after);
  await heed(district, rows);
  return isMore ? followOnce(district, next) : next;
}

/** A grey picture of eight by eight, so that the example carries no file. */
function pngOf(shade: number): Uint8Array<ArrayBuffer> {
  const line = [0, ...Array<number>(8).fill(shade)];
  const pixels = deflateSync(Buffer.from(Array<number[]>(8).fill(line).flat()));
  const size = [0, 0, 0, 8];
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', Buffer.from([...size, ...size, 8, 0, 0, 0, 0])),
      chunk('IDAT', pixels),
      chunk('IEND', Buffer.of()),
    ]),
  );
}

function chunk(kind: string, bytes: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), bytes]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(bytes.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
