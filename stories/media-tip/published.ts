import { media, mediaPublic } from '@minsheng/contract';
import { acceptedBy, type Key } from './ended.ts';
import { checkNobody, road, type Scene } from './scene.ts';

export const title = '整条街的路灯怎么不亮了';
export const words = `网友反映${road}路灯不亮,老人晚上出门不便。热线已受理,主管部门正在检修。`;
const clip = { clipUrl: null, showsPerson: false } as const;

/** Three people sign one wording, scanned each time; nothing is public before the order is accepted. */
export async function published(scene: Scene, key: Key): Promise<string> {
  const { checks, editor, second, reviewer, director, citizen } = scene;
  checks.chapter('A story: written, signed three times, published');
  const { orderId, orderNo } = key;
  const restsOn = [{ kind: 'order' as const, ref: orderId }];
  const { pieceId } = await editor.call(media.writePiece, {
    ...{ kind: 'story', restsOn, title, ...clip },
    words: `${scene.viewer.name}反映${words}`,
  });
  const sign = (who: Scene['editor'], step: 'edit' | 'vet' | 'release', wordsNo: number) =>
    who.refusal(media.signPiece, { pieceId, wordsNo, step, agreed: true, words: '看过,同意' });
  checks.same('the viewer’s name is found', await sign(second, 'edit', 1), 'media.scan-finds');
  await editor.call(media.rewritePiece, { pieceId, title, words, ...clip });
  checks.same(
    'the former wording is signed no more, the writer signs nothing, and nobody out of turn',
    [
      await sign(second, 'edit', 1),
      await sign(editor, 'edit', 2),
      await sign(director, 'release', 2),
    ],
    ['media.settled', 'media.same-person', 'media.not-next'],
  );
  checks.same('the second editor signs', await sign(second, 'edit', 2), null);
  checks.same('law and privacy sign', await sign(reviewer, 'vet', 2), null);
  checks.same(
    'the leader cannot publish what nobody has accepted',
    await sign(director, 'release', 2),
    'media.not-accepted',
  );
  await acceptedBy(scene, orderId);
  const topics = await editor.call(media.listTopics, { kind: 'order' });
  const topic = JSON.stringify(topics.rows);
  const { name, phone, home } = scene.viewer;
  checks.that(
    'the topic offers the comment without its person',
    topic.includes('路灯') && ![name, phone, home].some((one) => topic.includes(one)),
    topic,
  );
  checks.same('accepted, it is published', await sign(director, 'release', 2), null);
  await checkNobody(scene, 1, words);
  const page = await citizen.call(mediaPublic.publicPiece, { no: 1 });
  checks.same('one appeal, not solved yet', [page.orders, page.solved], [1, 0]);
  checks.that('and no order number', !JSON.stringify(page).includes(orderNo));
  return pieceId;
}
