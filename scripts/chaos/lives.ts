import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { inventedPhoneOf } from '../../server/src/demo/invented.ts';
import { type Person, signIn } from '../../stories/kit/person.ts';
import { photo } from '../../stories/kit/photo.ts';
import { aLane } from '../bench/invented-lanes.ts';
import type { Standing } from './fleet.ts';
import { heard, patientCaller, type Tally, Wrong } from './patient-call.ts';

/** How far a life went: every step of it was answered with yes. */
export const kinds = ['waiting', 'sent', 'submitted', 'submitted with photo'] as const;
export type Kind = (typeof kinds)[number];

/** What the client was told, to be found in the database afterwards. */
export interface Lived {
  readonly kind: Kind;
  readonly orderId: string;
  /** Nobody else was ever told of this place. */
  readonly place: string;
  readonly photo: { readonly fileId: string; readonly digest: string } | null;
}

export interface People {
  readonly agent: Person;
  readonly dispatcher: Person;
  readonly unit: Person;
}

const lead = '350600.zjj';
/** 地名门牌: a matter whose answer needs neither photos nor a telephone call. */
const matter = { matterCode: '150204', areaCode: '350602001000', fields: { name_topic: 'plate' } };
const created = z.object({ orderId: z.string() });
const sent = z.object({ assignments: z.tuple([z.object({ id: z.string() })]) });

export async function peopleOf({ url, dataFolder }: Standing): Promise<People> {
  const server = { url, dataFolder, pid: 0, stop: nothing, kill: nothing, startAgain: nothing };
  return {
    agent: await signIn(server, 'agent'),
    dispatcher: await signIn(server, 'dispatcher'),
    unit: await signIn(server, 'zjj-liaison'),
  };
}

const nothing = async () => undefined;

/** One order as far as `kind` says, whatever is killed meanwhile. */
export async function live(
  fleet: Standing,
  { agent, dispatcher, unit }: People,
  { kind, tally }: { kind: Kind; tally: Tally },
): Promise<Lived> {
  const post = patientCaller(fleet.url, tally);
  const place = `${aLane()}${randomUUID().slice(0, 8)}室`;
  const picture = kind === 'submitted with photo' ? await upload(fleet.url, agent, tally) : null;
  const { orderId } = created.parse(
    await post('/intake/orders', agent.token, {
      ...matter,
      type: 'QZ',
      content: `请问${place}的门牌怎么申请换新?原来的牌子被台风吹掉了。`,
      address: place,
      requester: { name: '测试诉求人', phone: inventedPhoneOf(place) },
      result: 'dispatch',
      fileIds: picture === null ? [] : [picture.fileId],
    }),
  );
  const lived = { kind, orderId, place, photo: picture };
  if (kind === 'waiting') return lived;
  const { assignments } = sent.parse(
    await post(`/dispatch/${orderId}/send`, dispatcher.token, { lead }),
  );
  if (kind === 'sent') return lived;
  const duty = `/handling/${orderId}/assignments/${assignments[0].id}`;
  await post(`${duty}/sign`, unit.token, {});
  await post(`${duty}/submit`, unit.token, {
    isTrue: 'true',
    isSolved: 'solved',
    process: `已到${place}核实门牌缺失,按原编号重新制作并安装。`,
    publicAnswer: `您反映的${place}门牌已补装完毕,感谢您的反映。`,
  });
  return lived;
}

const uploaded = z.object({ id: z.string() });

/** An upload carries no key: sent again it is another file, and the one nobody used goes after a while. */
async function upload(
  url: string,
  { token }: Person,
  tally: Tally,
): Promise<{ fileId: string; digest: string }> {
  const picture = photo({ takenAt: new Date(), at: { lng: 117.6, lat: 24.5 } });
  // Behind the end of a picture anything may stand: so that each has a digest of its own.
  const bytes = Buffer.concat([picture, randomBytes(16)]);
  for (let tries = 0; tries < 400; tries += 1) {
    const form = new FormData();
    form.set('purpose', 'appeal');
    form.set('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'appeal.jpg');
    try {
      const asked = { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: form };
      const answer = await fetch(`${url}/api/files`, asked);
      if (answer.ok) {
        heard(tally, 'acknowledged');
        const { id } = uploaded.parse(await answer.json());
        return { fileId: id, digest: createHash('sha256').update(bytes).digest('hex') };
      }
      if (answer.status !== 503 && answer.status !== 429)
        throw new Wrong(`/files: ${answer.status} ${await answer.text()}`);
      heard(tally, 'putOff');
    } catch (error) {
      if (error instanceof Wrong) throw error;
      heard(tally, 'unheard');
    }
    await pause(150);
  }
  throw new Wrong('/files: no yes');
}
