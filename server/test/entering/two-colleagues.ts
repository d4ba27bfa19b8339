import { z } from 'zod';
import { saveDraft } from '../../src/modules/intake/drafts.ts';
import { insertPosting, putInto } from '../../src/modules/notices/inbox.repo.ts';
import { systemActor } from '../../src/platform/actor.ts';
import { encrypt } from '../../src/platform/secrets.ts';
import { actorAs } from '../../src/platform/testing/actors.ts';
import type { TestServer } from '../../src/platform/testing/test-server.ts';
import { transact } from '../../src/platform/transact.ts';
import { send } from '../permissions/ask.ts';
import { makePerson, type TestPerson, units } from '../permissions/people.ts';
import type { Request } from '../permissions/probe.ts';

export interface TwoColleagues {
  readonly own: TestPerson;
  readonly other: TestPerson;
  /** What is asked of a personal route about the own things. */
  request(path: string): Request;
  readonly ids: readonly string[];
}

/** Two agents of one shift; one of them has a draft, a message and a session that are nobody else's. */
export async function makeTwoColleagues(server: TestServer): Promise<TwoColleagues> {
  const { runtime, app } = server;
  const person = (name: string) =>
    transact(runtime, systemActor, (ctx) =>
      makePerson(
        ctx,
        { name, roles: ['agent'], unitCode: units.centre, isOutsourced: false },
        'no password',
      ),
    );
  const [own, other] = [await person('own things'), await person('others')];
  const [draftId, postingId] = await transact(
    runtime,
    actorAs('agent', runtime.clock.now(), { accountId: own.accountId }),
    async (ctx) => {
      const ids = [ctx.newId(), ctx.newId()] as const;
      await saveDraft(ctx, { draftId: ids[0], label: '路灯', form: { content: '路灯不亮' } });
      await insertPosting(ctx, {
        ...{ id: ids[1], template: 'wait-late', order_id: null, assignment_id: null },
        ...{ unit_code: units.centre, readers: [], account_id: own.accountId, urgent: false },
        text_enc: encrypt(ctx.keys, '只给这一个人的消息'),
      });
      await putInto(ctx, ids[1], [own.accountId]);
      return ids;
    },
  );
  const sessions = await send(app, 'GET /own-sessions', {}, own.token);
  const { rows } = z
    .object({ rows: z.array(z.object({ sessionId: z.string() })) })
    .parse(sessions.body);
  const sessionId = rows[0]?.sessionId ?? '';
  const params = { draftId, postingId, sessionId };
  const words: Readonly<Record<string, unknown>> = {
    '/intake/drafts/:draftId': { label: '改过', form: {} },
    '/inbox/read': { upTo: postingId },
  };
  return {
    ...{ own, other },
    request: (path) => ({ params, body: words[path] ?? {} }),
    ids: [draftId, postingId, sessionId],
  };
}
