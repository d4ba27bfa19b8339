import { acceptWaiting } from '../../modules/intake/waiting.ts';
import { answerTip, makeOrderOfTip, refuseTip } from '../../modules/media/end-tip.ts';
import { enterTip } from '../../modules/media/enter-tip.ts';
import { publicPiece } from '../../modules/media/public-pieces.ts';
import { signPiece } from '../../modules/media/sign-piece.ts';
import { listTopics } from '../../modules/media/topics.ts';
import { rewritePiece, writePiece } from '../../modules/media/write-piece.ts';
import * as orders from '../../modules/orders/index.ts';
import type { Actor } from '../../platform/actor.ts';
import { inventedPerson } from '../invented.ts';
import type { Life } from '../lives/scene.ts';
import { answeringDays } from './answering-days.ts';
import { type Errand, later, morning, type Office } from './errand.ts';
import { mediaWords as words } from './media-words.ts';

/** 新闻+政务+服务: tips with each of their ends, a story with its correction, one that waits, an answering day. */
export const media = (end: Date): Errand[] => [
  { at: morning(end, 9, 15), happens: desk },
  { at: morning(end, 7, 40), happens: answeringDays },
];

async function* desk(office: Office): Life {
  const { world, staff } = office;
  const editor = await staff.centre('media-editor');
  const tipId = await entered(office, editor, 'order');
  const [asked, told] = [
    await entered(office, editor, 'answer'),
    await entered(office, editor, 'refused'),
  ];
  const { orderId } = await world.do(editor, makeOrderOfTip, { tipId, words: '' });
  const { rows } = await world.do(editor, listTopics, { kind: 'knowledge' });
  const knowledge = rows[0]?.ref ?? '';
  yield later(office, 20);
  await accepted(office, orderId, knowledge);
  const said = { tipId: asked, knowledgeCode: knowledge, words: words.tipAnswer };
  await world.do(editor, answerTip, said);
  await world.do(editor, refuseTip, { tipId: told, refusal: 'court', words: words.refusal });
  yield later(office, 90);
  yield* published(office, editor, orderId);
  await world.do(editor, writePiece, {
    kind: 'hot-question',
    restsOn: [{ kind: 'knowledge', ref: knowledge }],
    title: words.waiting.title,
    words: rows[0]?.words ?? words.tipAnswer,
    ...noClip,
  });
  yield morning(office.end, 1, 20);
  await entered(office, editor, 'open');
}

const noClip = { clipUrl: null, showsPerson: false } as const;

const entered = async (
  { world }: Office,
  editor: Actor,
  which: keyof typeof words.tips,
): Promise<string> => {
  const { tipId } = await world.do(editor, enterTip, {
    sourceKind: which === 'refused' ? 'programme' : 'comment',
    sourceName: words.desk,
    sourceRef: `demo-${which}`,
    ...words.tips[which],
    receivedAt: world.clock.now().toISOString(),
    mayContact: which === 'order',
    mayAppear: false,
    consentHow: which === 'order' ? words.consentHow : words.noConsent,
    ...(which === 'order' && { phone: inventedPerson('a viewer of the demo').phone }),
  });
  return tipId;
};

/** An agent answers on the spot, as what was guessed of it says. */
async function accepted(
  { world, staff }: Office,
  orderId: string,
  knowledgeCode: string,
): Promise<void> {
  await world.do(
    await staff.centre('agent'),
    async (ctx, id: string) => {
      const order = await orders.find(ctx, id);
      await acceptWaiting(ctx, {
        orderId: id,
        type: 'ZX',
        matterCode: order?.matter_code ?? '',
        areaCode: order?.area_code ?? '',
        fields: {},
        result: 'answer',
        answer: words.answered,
        knowledgeCode,
      });
    },
    orderId,
  );
}

/** 报道, signed by three, read, and corrected. */
async function* published(office: Office, editor: Actor, orderId: string): Life {
  const { world } = office;
  const { title, words: said, corrected, reason } = words.story;
  const { pieceId } = await world.do(editor, writePiece, {
    kind: 'story',
    restsOn: [{ kind: 'order', ref: orderId }],
    ...{ title, words: said, ...noClip },
  });
  yield* signed(office, pieceId, 1);
  for (let reads = 0; reads < 7; reads += 1) await world.do(editor, publicPiece, { no: 1 });
  yield later(office, 200);
  await world.do(editor, rewritePiece, { pieceId, title, words: corrected, ...noClip, reason });
  yield* signed(office, pieceId, 2);
}

async function* signed(office: Office, pieceId: string, wordsNo: number): Life {
  const { world, staff } = office;
  const steps = [
    ['edit', await staff.centre('media-desk')],
    ['vet', await staff.centre('reviewer')],
    ['release', await staff.centre('director')],
  ] as const;
  for (const [step, who] of steps) {
    yield later(office, 25);
    const asked = { pieceId, wordsNo, step, agreed: true, words: words.signed, nobody: [] };
    await world.do(who, signPiece, asked);
  }
}
