import { randomBytes } from 'node:crypto';
import { freePort, startTwin, type Twin } from './twin.ts';

export interface Pair {
  readonly police: Twin;
  /** In the place of 12345: the same program with the roles the other way round. */
  readonly hotline: Twin;
  readonly secret: string;
  end(): Promise<void>;
}

export async function startPair(): Promise<Pair> {
  const secret = randomBytes(24).toString('hex');
  const [policePort, hotlinePort] = [await freePort(), await freePort()];
  const base = (port: number) => `http://127.0.0.1:${port}/exchange/v1`;
  const [police, hotline] = await Promise.all([
    startTwin({
      code: 'police-110',
      peerCode: 'hotline',
      peerUrl: base(hotlinePort),
      port: policePort,
      secret,
    }),
    startTwin({
      code: 'hotline',
      peerCode: 'police-110',
      peerUrl: base(policePort),
      port: hotlinePort,
      secret,
    }),
  ]);
  return {
    police,
    hotline,
    secret,
    end: async () => {
      await Promise.all([police.end(), hotline.end()]);
    },
  };
}

export const aTransfer = (title: string) => ({
  appeal: { title, words: `${title},请尽快处理。`, typeCode: 'QZ' },
  place: { text: '示例北路与样例街交叉口' },
  requester: { anonymous: true },
  urgency: 'U2',
  mode: 'push',
});
