import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { acceptWaiting, erasePerson } from '../../../test/use-cases.ts';
import { addCall, planDay } from './answering-days.ts';
import { makeOrderOfTip } from './end-tip.ts';
import { enterTip } from './enter-tip.ts';
import { accepted, lamp, story, viewer } from './example-media.ts';
import { feedOf, jsonFeedOf, rssOf } from './feeds.ts';
import { listTips } from './list-tips.ts';
import { publicPiece, publicPieces } from './public-pieces.ts';
import { readDay } from './read-days.ts';
import { listPieces, readPiece } from './read-pieces.ts';
import { signPiece } from './sign-piece.ts';
import { changeConsent } from './tip-contact.ts';
import { listTopics } from './topics.ts';
import { withdrawPiece } from './withdraw-piece.ts';
import { rewritePiece, writePiece } from './write-piece.ts';
import './index.ts';

type City = Parameters<Parameters<typeof inCity>[0]>[0];

const account = (no: number) => ({ accountId: `00000000-0000-7000-8000-00000000000${no}` });
const refused = (asked: Promise<unknown>, code: string) =>
  expect(asked).rejects.toMatchObject({ code });

async function desk({ as }: City) {
  const editor = as('media-editor', account(1));
  const { tipId } = await editor.do(enterTip, lamp);
  const { orderId } = await editor.do(makeOrderOfTip, { tipId, words: '' });
  const restsOn = [{ kind: 'order' as const, ref: orderId }];
  const sign = (
    who: typeof editor,
    pieceId: string,
    step: 'edit' | 'vet' | 'release',
    more: { wordsNo?: number; agreed?: boolean; nobody?: string[] } = {},
  ) =>
    who.do(signPiece, {
      ...{ pieceId, step, wordsNo: 1, agreed: true, words: '同意。', nobody: [] },
      ...more,
    });
  return {
    ...{ editor, tipId, orderId, restsOn, sign },
    second: as('media-editor', account(2)),
    legal: as('reviewer', account(3)),
    director: as('director', account(4)),
  };
}

test(
  'three people sign one wording in turn, none of whom wrote it; nothing is public before its order is accepted',
  inCity(async (city) => {
    const { as } = city;
    const { editor, second, legal, director, orderId, restsOn, sign } = await desk(city);
    const anybody = as('agent');
    const { pieceId } = await editor.do(writePiece, { ...story, restsOn });
    await refused(sign(legal, pieceId, 'vet'), 'media.not-next');
    await refused(sign(editor, pieceId, 'edit'), 'media.same-person');
    await refused(sign(legal, pieceId, 'edit'), 'identity.not-permitted');
    await sign(second, pieceId, 'edit');
    await refused(sign(as('reviewer', account(2)), pieceId, 'vet'), 'media.same-person');
    await sign(legal, pieceId, 'vet');
    await refused(sign(director, pieceId, 'release'), 'media.not-accepted');
    expect((await anybody.do(publicPieces, {})).rows).toEqual([]);
    await as('agent').do(acceptWaiting, { orderId, ...accepted });
    expect(await sign(director, pieceId, 'release')).toEqual({ isPublished: true });
    await refused(sign(director, pieceId, 'release'), 'media.settled');
    expect((await anybody.do(publicPieces, {})).rows).toMatchObject([
      { no: 1, title: story.title, corrections: [], withdrawn: null },
    ]);
    const seen = await editor.do(readPiece, { pieceId });
    expect(seen.orders).toMatchObject([
      { id: orderId, isAccepted: true, isSolved: false, tipNo: 1 },
    ]);
    expect((await editor.do(listPieces, { box: 'to-sign' })).rows).toEqual([]);
    expect((await editor.do(listPieces, { box: 'published' })).rows).toHaveLength(1);
  }),
);

test(
  'changed words lose their signatures; a correction and a withdrawal are public with their reasons',
  inCity(async (city) => {
    const { editor, second, legal, director, orderId, restsOn, sign } = await desk(city);
    await city.as('agent').do(acceptWaiting, { orderId, ...accepted });
    const anybody = city.as('agent');
    const { pieceId } = await editor.do(writePiece, { ...story, restsOn });
    const { kind: _, ...again } = story;
    const rewrite = (reason: string, words: string = story.words) =>
      editor.do(rewritePiece, { pieceId, ...again, words, reason });
    await sign(second, pieceId, 'edit', { agreed: false });
    await refused(sign(legal, pieceId, 'vet'), 'media.settled');
    await rewrite('');
    await refused(sign(second, pieceId, 'edit'), 'media.settled');
    const all = async (wordsNo: number) => {
      await sign(second, pieceId, 'edit', { wordsNo });
      await sign(legal, pieceId, 'vet', { wordsNo });
      await sign(director, pieceId, 'release', { wordsNo });
    };
    await refused(
      director.do(withdrawPiece, { pieceId, reason: '内容有误' }),
      'media.not-published',
    );
    await all(2);

    await refused(rewrite(''), 'media.reason-needed');
    const put = '更正:路灯由街道代管,检修后恢复照明,感谢网友提醒。';
    await rewrite('主管单位写错', put);
    const open = () => anybody.do(publicPiece, { no: 1 });
    // Until all have signed anew, anybody reads the former words.
    expect(await open()).toMatchObject({ words: story.words, corrections: [] });
    await all(3);
    expect(await open()).toMatchObject({ words: put, corrections: [{ reason: '主管单位写错' }] });
    const feed = await anybody.do(feedOf, undefined);
    expect(rssOf(feed)).toContain('更正(2026-03-02):主管单位写错');
    expect((await editor.do(readPiece, { pieceId })).reads).toBe(2);

    await refused(
      editor.do(withdrawPiece, { pieceId, reason: '内容有误' }),
      'identity.not-permitted',
    );
    const named = `应${viewer.name}要求,电话${viewer.phone}`;
    await refused(director.do(withdrawPiece, { pieceId, reason: named }), 'media.scan-finds');
    await director.do(withdrawPiece, { pieceId, reason: '依据的工单另有结论' });
    await refused(director.do(withdrawPiece, { pieceId, reason: '再撤一次' }), 'media.withdrawn');
    await refused(rewrite('再更正一次'), 'media.withdrawn');
    expect(await open()).toMatchObject({
      title: '',
      words: '',
      withdrawn: { reason: '依据的工单另有结论' },
    });
    const gone = await anybody.do(feedOf, undefined);
    for (const said of [rssOf(gone), jsonFeedOf(gone)]) {
      expect(said).toContain('依据的工单另有结论');
      expect(said).not.toContain(story.title);
    }
    await refused(anybody.do(publicPiece, { no: 2 }), 'media.no-such-piece');
  }),
);

test(
  'nothing that leads to a person passes; of a name only guessed a signer says that it is nobody',
  inCity(async (city) => {
    const { editor, second, legal, director, orderId, restsOn, sign } = await desk(city);
    await city.as('agent').do(acceptWaiting, { orderId, ...accepted });
    const bad = `${story.words}联系人${viewer.name},电话${viewer.phone}。`;
    const { pieceId } = await editor.do(writePiece, { ...story, words: bad, restsOn });
    expect(
      (await editor.do(readPiece, { pieceId })).scan.map(({ kind }) => kind).toSorted(),
    ).toEqual(['name', 'phone']);
    // The viewer's own name is never nobody's.
    await refused(
      sign(second, pieceId, 'edit', { nobody: [viewer.name, viewer.phone] }),
      'media.scan-finds',
    );
    const shows = { ...story, clipUrl: 'https://media.example/clip/1', showsPerson: true };
    const clip = await editor.do(writePiece, { ...shows, restsOn });
    await sign(second, clip.pieceId, 'edit');
    await sign(legal, clip.pieceId, 'vet');
    await refused(sign(director, clip.pieceId, 'release'), 'media.no-consent');
    const { tipId } = await firstTip(city);
    const agrees = { tipId, mayContact: true, mayAppear: true, consentHow: '签了同意书' };
    await editor.do(changeConsent, agrees);
    await sign(director, clip.pieceId, 'release');
    // Taken back, what shows the person is off at once, and says why.
    await editor.do(changeConsent, { ...agrees, mayAppear: false, consentHow: '来电收回' });
    expect((await editor.do(readPiece, { pieceId: clip.pieceId })).withdrawn).toMatchObject({
      reason: '当事人收回出镜或具名的同意',
    });
    const noOrder = await editor.do(writePiece, {
      ...shows,
      restsOn: [{ kind: 'knowledge', ref: 'ZZ-0601-01' }],
    });
    await sign(second, noOrder.pieceId, 'edit');
    await sign(legal, noOrder.pieceId, 'vet');
    await refused(sign(director, noOrder.pieceId, 'release'), 'media.order-needed');
  }),
);

test(
  'who is erased is taken off with the clip that shows them, and of the tip and the list of calls no word stays',
  inCity(async (city) => {
    const { editor, second, legal, director, tipId, orderId, restsOn, sign } = await desk(city);
    await city.as('agent').do(acceptWaiting, { orderId, ...accepted });
    const agrees = {
      tipId,
      mayContact: true,
      mayAppear: true,
      consentHow: `${viewer.name}本人签字`,
    };
    await editor.do(changeConsent, agrees);
    const shows = { ...story, clipUrl: 'https://media.example/clip/1', showsPerson: true };
    const { pieceId } = await editor.do(writePiece, { ...shows, restsOn });
    await sign(second, pieceId, 'edit');
    await sign(legal, pieceId, 'vet');
    await sign(director, pieceId, 'release');
    const hours = { startsAt: '2026-03-05T01:00:00.000Z', endsAt: '2026-03-05T03:00:00.000Z' };
    const day = { leaderPost: '分管副市长', unit: '350600.zjj', theme: '' };
    const { dayId } = await director.do(planDay, { ...day, ...hours });
    const { orderNo = '' } = (await editor.do(readPiece, { pieceId })).orders[0] ?? {};
    await director.do(addCall, { dayId, orderNo, note: `${viewer.name}来电` });
    await director.do(erasePerson, { orderId, reason: '本人要求删除' });
    await city.drain();
    expect((await editor.do(readPiece, { pieceId })).withdrawn).toMatchObject({
      reason: '当事人要求删除个人信息',
    });
    const left = [await editor.do(listTips, { box: 'all' }), await director.do(readDay, { dayId })];
    expect(JSON.stringify(left)).not.toContain(viewer.name);
    const kept = await sql<{ how: string }>`
      select how from media.consent where tip_id = ${tipId}::uuid`.execute(city.ctx.tx);
    expect(kept.rows.map(({ how }) => how)).toEqual(['', '']);
  }),
);

async function firstTip({ as }: City) {
  const { rows } = await as('media-editor').do(listTips, { box: 'all' });
  return { tipId: rows[0]?.id ?? '' };
}

test(
  'topics name nobody; a piece rests only on what may be public',
  inCity(async (city) => {
    const { editor, orderId, restsOn } = await desk(city);
    const topics = (kind: 'order' | 'knowledge' | 'mechanism' | 'campaign' | 'ledger' | 'node') =>
      editor.do(listTopics, { kind });
    expect((await topics('order')).rows).toEqual([]);
    await city.as('agent').do(acceptWaiting, { orderId, ...accepted });
    const [order] = (await topics('order')).rows;
    expect(order).toMatchObject({ ref: orderId });
    expect(JSON.stringify(order)).not.toContain(viewer.phone);
    expect((await topics('knowledge')).rows.length).toBeGreaterThan(10);
    expect((await topics('mechanism')).rows.length).toBeGreaterThan(0);
    for (const kind of ['campaign', 'ledger', 'node'] as const) await topics(kind);
    const secret = await city.anOrder.toDispatch({ secrecy: 1 });
    const write = (ref: string, kind: 'order' | 'ledger' | 'knowledge' = 'order') =>
      editor.do(writePiece, { ...story, restsOn: [{ kind, ref }] });
    // Its own desk does not show it to the editor; the analyst sees it, and may not write of it either.
    await refused(write(secret.id), 'media.no-such-basis');
    await refused(
      city.as('analyst').do(writePiece, { ...story, restsOn: [{ kind: 'order', ref: secret.id }] }),
      'media.secret-order',
    );
    await refused(write('not an id', 'ledger'), 'media.no-such-basis');
    await refused(write('ZZ-none', 'knowledge'), 'media.no-such-basis');
    await editor.do(writePiece, { ...story, restsOn });
  }),
);
