import { intake, knowledge, media, orders } from '@minsheng/contract';
import { commentOf, road, type Scene, type Viewer } from './scene.ts';

export interface Key {
  readonly orderId: string;
  readonly orderNo: string;
  readonly tipId: string;
}

const enter = async (
  { editor, clock }: Scene,
  { ref, who, mayContact }: { ref: string; who: Viewer; mayContact: boolean },
): Promise<string> => {
  const { tipId } = await editor.call(media.enterTip, {
    sourceKind: 'comment',
    sourceName: '示例直播间',
    sourceRef: ref,
    content: commentOf(who),
    address: road,
    receivedAt: (await clock.now()).toISOString(),
    mayContact,
    mayAppear: false,
    consentHow: '私信里写明',
    name: who.name,
    phone: who.phone,
  });
  return tipId;
};

/** Every tip ends as an order, an answer or a reasoned refusal; the one nobody ends is told. */
export async function ended(scene: Scene): Promise<Key> {
  const { checks, editor, viewer, other, clock } = scene;
  checks.chapter('Three comments, and what becomes of each');
  const tipId = await enter(scene, { ref: 'c-1', who: viewer, mayContact: true });
  const asked = await enter(scene, { ref: 'c-2', who: other, mayContact: false });
  const sued = await enter(scene, { ref: 'c-3', who: other, mayContact: false });
  const counts = async () => (await editor.call(media.listTips, { box: 'open' })).counts;
  checks.same('three have no end', (await counts()).open, 3);
  const made = await editor.call(media.makeOrderOfTip, { tipId });
  const { rows } = await editor.call(knowledge.searchKnowledge, { q: '路灯' });
  const said = { tipId: asked, words: '路灯报修请拨打 12345,说明路名和附近的路口即可。' };
  const [answer] = rows.filter(({ isExpired }) => !isExpired);
  const personal = { ...said, words: `${said.words}请与${other.phone}联系。` };
  const code = answer?.code ?? '';
  checks.same(
    'an answer that names somebody is not given',
    await editor.refusal(media.answerTip, { ...personal, knowledgeCode: code }),
    'media.scan-finds',
  );
  await editor.call(media.answerTip, { ...said, knowledgeCode: code });
  await clock.advance(2 * 24 * 60);
  checks.same('a working day later one is late', (await counts()).late, 1);
  await editor.call(media.refuseTip, {
    ...{ tipId: sued, refusal: 'same-again' },
    words: '与上一条评论说的是同一条路。',
  });
  checks.same('now all three have an end', await counts(), {
    ...{ open: 0, late: 0, order: 1, answer: 1, refused: 1, all: 3 },
  });
  const { orderId, orderNo } = made;
  checks.same(
    'the editor opens no order',
    await editor.refusal(orders.orderPage, { orderId }),
    'identity.not-permitted',
  );
  return { orderId, orderNo, tipId };
}

/** 受理: by an agent, like every appeal. */
export async function acceptedBy({ agent }: Scene, orderId: string): Promise<void> {
  await agent.call(intake.takeWaiting, { orderId });
  await agent.call(intake.acceptWaiting, {
    orderId,
    type: 'QZ',
    matterCode: '010105',
    areaCode: '650502',
    address: road,
    fields: { road_name: road, lamp_problem: 'off' },
    result: 'dispatch',
  });
}
