import { apiScopes } from '@minsheng/contract/words/api-scopes.ts';
import { z } from 'zod';
import { photo } from '../../../stories/kit/photo.ts';
import { attach, keepFile } from '../../src/modules/files/index.ts';
import { systemActor } from '../../src/platform/actor.ts';
import type { TestServer } from '../../src/platform/testing/test-server.ts';
import { transact } from '../../src/platform/transact.ts';
import { unitKey } from '../machine-key.ts';
import { anOrderFor } from '../open-api/an-order-for.ts';
import { send } from '../permissions/ask.ts';
import type { Request } from '../permissions/probe.ts';

const unit = '350600.zjj';
const elsewhere = '350600.sthj';

/** Words with which each act on a duty would be done, by the end of its address. */
const bodies: Readonly<Record<string, unknown>> = {
  sign: {},
  contact: { reached: true, note: '' },
  arrive: { fileIds: [] },
  progress: { content: '已派人到场查看。' },
  'stage-report': { content: '已派人到场查看,配件明天到。', forRequester: '' },
  'ask-info': { question: '请补充灯杆编号。' },
  submit: {
    ...{ isTrue: 'true', isSolved: 'solved' },
    process: '已更换灯泡,当晚恢复照明。',
    publicAnswer: '您反映的路灯已修好,感谢您的反映。',
  },
  'ask-return': { reason: 'not-our-duty', basis: '三定规定第三条', words: '不在本局职责范围。' },
  end: {},
};

export interface TwoKeys {
  /** Whose things they are. */
  readonly own: string;
  /** Of another unit. */
  readonly other: string;
  /** Of the same unit, another account. */
  readonly colleague: string;
  /** What is asked of a route about the own things. */
  request(path: string): Request;
  readonly ids: readonly string[];
}

/** An order, a file, a webhook and an export of one unit's key; and keys that have no part in them. */
export async function makeTwoKeys(server: TestServer): Promise<TwoKeys> {
  const scopes = [...apiScopes];
  const [own, other, colleague] = [
    await unitKey(server, { unit, scopes }),
    await unitKey(server, { unit: elsewhere, scopes }),
    await unitKey(server, { unit, scopes }),
  ];
  const duty = await anOrderFor(server, unit);
  const said = async (route: string, body: unknown) =>
    z.record(z.string(), z.string()).parse((await send(server.app, route, { body }, own)).body);
  const { hookId = '' } = await said('POST /open/v1/hooks', {
    ...{ url: 'http://127.0.0.1:9999/none', kinds: ['dispatch.assigned'] },
  });
  const { exportId = '' } = await said('POST /open/v1/exports', {
    ...{ fromOn: '2026-03-01', toOn: '2026-03-02', purpose: '接口测试导出' },
  });
  const params = { ...duty, hookId, exportId, fileId: await aFile(server, duty), no: '1' };
  return {
    ...{ own, other, colleague },
    request: (path) => ({ params, body: bodies[path.split('/').at(-1) ?? ''] }),
    ids: [duty.orderId, duty.assignmentId, hookId, exportId, params.fileId],
  };
}

function aFile(
  { runtime }: TestServer,
  duty: { orderId: string; assignmentId: string },
): Promise<string> {
  return transact(runtime, systemActor, async (ctx) => {
    const { file } = await keepFile(ctx, {
      ...{ name: 'scene.jpg', declaredType: 'image/jpeg', purpose: 'evidence' as const },
      ...{ takenAt: null, point: null },
      bytes: photo({ takenAt: ctx.now, at: { lng: 117.6, lat: 24.5 } }),
    });
    await attach(ctx, [file.id], { ...duty, purpose: 'evidence' });
    return file.id;
  });
}
