import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { inventedPerson } from '../../demo/invented.ts';
import { historyOf } from '../../platform/events.ts';
import { checkAnswer } from './check-answer.ts';
import { contact } from './contact.ts';
import { approveReply } from './review.ts';
import { sign } from './sign.ts';
import { submit } from './submit.ts';

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };
const reply = {
  isTrue: 'not-true' as const,
  isSolved: 'solved' as const,
  unsolvedReason: '',
  process: '到现场查看,路灯已正常亮灯。',
  publicAnswer: '您好,路灯已恢复照明,感谢您的反映。',
  basis: '',
  measures: [],
  assetChanges: [],
  evidence: [],
};

test(
  'whoever lets an answer out is shown whom it names, but not who asked; how much went is kept, and not what',
  inCity(async ({ as, ctx, anOrder }) => {
    const asker = inventedPerson('asker');
    const other = inventedPerson('somebody else');
    const requester = { kind: 'person' as const, isSelf: true, tags: [], ...asker };
    const key = await anOrder.inProgress({ requester });
    const handler = as('handler', bureau);
    await handler.do(sign, key);
    await handler.do(contact, { ...key, reached: true, note: '' });
    await handler.do(submit, { ...key, ...reply });
    const { orderId } = key;
    const reviewer = as('reviewer');
    const answer = `${asker.name}您好,物业经理${other.name},电话${other.phone},已修好路灯。`;
    const { found } = await reviewer.do(checkAnswer, { orderId, publicAnswer: answer });
    expect(found).toContainEqual({ kind: 'phone', words: other.phone });
    expect(found.map(({ words }) => words).join()).not.toContain(asker.name);
    const clean = await reviewer.do(checkAnswer, { orderId, publicAnswer: reply.publicAnswer });
    expect(clean.found).toEqual([]);
    await expect(
      as('dispatcher').do(checkAnswer, { orderId, publicAnswer: answer }),
    ).rejects.toMatchObject({ code: 'identity.not-permitted' });

    await reviewer.do(approveReply, { orderId, publicAnswer: answer });
    const chain = await historyOf(ctx, { kind: 'order', id: orderId });
    const approved = chain.find(({ type }) => type === 'handling.reply-approved');
    expect(approved?.data.personal).toBe(found.length);
    expect(JSON.stringify(chain)).not.toContain(other.name);
  }),
);
