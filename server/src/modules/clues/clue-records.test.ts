import type { ClueFigure } from '@minsheng/contract/words/clues.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { clueStaff, filed, grill, market } from '../../../test/example-clue.ts';
import { inCity } from '../../../test/kit.ts';
import { openProactive } from '../../../test/use-cases.ts';
import { inventedPerson } from '../../demo/invented.ts';
import type { Kit } from '../../platform/testing/in-city.ts';
import { receiptClue } from './answer-clue.ts';
import { closeClue } from './close-clue.ts';
import { contestRecord, decideContest } from './contest-record.ts';
import { approveFeedback, writeFeedback } from './feedback.ts';
import { listClues, readFigures } from './list-clues.ts';
import { markClue } from './mark-clue.ts';
import { readClue } from './read-clue.ts';
import { listSubjects, readSubject } from './read-subjects.ts';
import { sendClue } from './send-clue.ts';
import { signPack } from './sign-pack.ts';
import { listSubjectClues } from './subject-clues.ts';
import { wholeSubject } from './whole-subject.ts';

type Kits = Parameters<Parameters<typeof inCity>[0]>[0];
const refused = (asked: Promise<unknown>, code: string) =>
  expect(asked).rejects.toMatchObject({ code });
const words = '核对过,理由成立。';
const march = { from: '2026-03-01', to: '2026-03-31' };

const named = (seed: string) => {
  const { name, phone } = inventedPerson(seed);
  return { requester: { kind: 'person' as const, isSelf: true, tags: [], name, phone } };
};

async function onOrder(kit: Kits, differences: object): Promise<string> {
  const { id } = await kit.anOrder.toDispatch(differences);
  return id;
}

const daysLater = ({ clock, travelTo }: Kit, days: number) =>
  travelTo(new Date(clock.now().getTime() + days * 86_400_000));

test(
  'every figure of a period opens to exactly what it counts',
  inCity(async (kit) => {
    const staff = clueStaff(kit);
    const { analyst, signer, agent } = staff;
    const orderId = await onOrder(kit, named('one'));
    const one = await agent.do(markClue, { orderId, ...grill });
    await filed(staff, one.clueId, '2026-03-05');
    // Handed over and never receipted; anonymous; and one that is none.
    const nameless = await onOrder(kit, {
      anonymous: true,
      requester: { kind: 'person', isSelf: true, tags: [] },
    });
    const late = await agent.do(markClue, {
      ...{ orderId: nameless, ...grill },
      kind: 'price',
      subject: '东门水果行',
    });
    await signer.do(signPack, { clueId: late.clueId });
    await analyst.do(sendClue, { clueId: late.clueId, unit: market.unitCode });
    // Found by ourselves: nobody told of it, so nobody stayed anonymous.
    const { orderId: own } = await analyst.do(openProactive, {
      ...{ matterCode: '010105', areaCode: '350602001000', title: '', address: '' },
      ...{ urgency: 'U3', content: '巡查夜市摊点。', trigger: 'found', basis: '巡查发现。' },
    });
    const seen = await agent.do(markClue, { orderId: own, ...grill, subject: '西街烧烤' });
    await analyst.do(closeClue, { clueId: seen.clueId, result: 'no-clue', words });
    const told = await onOrder(kit, named('of nothing'));
    const none = await agent.do(markClue, { orderId: told, ...grill, subject: '北桥早点铺' });
    await analyst.do(closeClue, { clueId: none.clueId, result: 'no-clue', words });
    await daysLater(kit, 4);
    const gone = await agent.do(markClue, {
      ...{ orderId: nameless, ...grill },
      subject: '南市杂货店',
    });
    await analyst.do(closeClue, { clueId: gone.clueId, result: 'not-taken', words });
    const before = await analyst.do(readFigures, march);
    expect(before).toMatchObject({
      clues: 3,
      filed: 1,
      verified: 1,
      penaltyFen: 500_000,
      receipts: { due: 2, kept: 1, late: 1 },
      feedback: { named: 2, told: 0, toTell: 2, anonymous: 1 },
      byKind: [
        { kind: 'food', clues: 2, filed: 1 },
        { kind: 'price', clues: 1, filed: 0 },
      ],
    });
    const opened = async (figure: ClueFigure) => {
      const { rows } = await analyst.do(listClues, { box: 'all', figure, ...march });
      return rows.reduce((sum, { counted }) => sum + counted, 0);
    };
    const { receipts, feedback } = before;
    expect(await opened('clues')).toBe(before.clues);
    expect(await opened('filed')).toBe(before.filed);
    expect(await opened('verified')).toBe(before.verified);
    expect(await opened('receipt-due')).toBe(receipts.due);
    expect(await opened('receipt-kept')).toBe(receipts.kept);
    expect(await opened('receipt-late')).toBe(receipts.late);
    expect(await opened('named')).toBe(feedback.named);
    expect(await opened('told')).toBe(feedback.told);
    expect(await opened('to-tell')).toBe(feedback.toTell);
    expect(await opened('anonymous')).toBe(feedback.anonymous);
    // Receipted late stays late.
    await staff.market.do(receiptClue, { clueId: late.clueId });
    const after = await analyst.do(readFigures, march);
    expect(after.receipts).toEqual(receipts);
    expect(await analyst.do(readFigures, { from: '2026-02-01', to: '2026-02-28' })).toMatchObject({
      clues: 0,
      byKind: [],
    });
    await refused(analyst.do(listClues, { box: 'all', figure: 'clues' }), 'platform.bad-input');
  }),
);

test(
  'feedback is for who gave a name, of a closed clue, in words that name nobody, by a way that reaches them',
  inCity(async (kit) => {
    const staff = clueStaff(kit);
    const { analyst, agent, signer } = staff;
    const { name } = inventedPerson('without a phone');
    const noPhone = await onOrder(kit, {
      requester: { kind: 'person', isSelf: true, tags: [], name },
    });
    const nameless = await onOrder(kit, {
      anonymous: true,
      requester: { kind: 'person', isSelf: true, tags: [] },
    });
    const { clueId } = await agent.do(markClue, { orderId: noPhone, ...grill });
    const other = await agent.do(markClue, { orderId: nameless, ...grill, subject: '南市杂货店' });
    const told = { clueId, orderId: noPhone, way: 'call' as const, words: '线索已核查完毕。' };
    await refused(analyst.do(writeFeedback, told), 'clues.not-closed');
    const close = { result: 'no-clue' as const, words };
    await analyst.do(closeClue, { clueId, ...close });
    await analyst.do(closeClue, { clueId: other.clueId, ...close });
    await refused(analyst.do(writeFeedback, { ...told, orderId: nameless }), 'clues.not-a-source');
    const toNobody = { ...told, clueId: other.clueId, orderId: nameless };
    await refused(analyst.do(writeFeedback, toNobody), 'clues.nobody-to-tell');
    await refused(analyst.do(writeFeedback, { ...told, way: 'sms' }), 'clues.no-phone');
    const namesOne = { ...told, words: `${name}反映的线索已核查。` };
    await refused(analyst.do(writeFeedback, namesOne), 'clues.tells-who');
    await refused(
      signer.do(approveFeedback, { clueId, orderId: noPhone, approved: true, words: '' }),
      'clues.no-feedback',
    );
    await analyst.do(writeFeedback, told);
    await signer.do(approveFeedback, { clueId, orderId: noPhone, approved: true, words: '' });
  }),
);

test(
  'a record counts what was verified; contested and upheld by another person, it counts no more',
  inCity(async (kit) => {
    const staff = clueStaff(kit);
    const { analyst, signer, agent } = staff;
    const { clueId } = await agent.do(markClue, { orderId: await onOrder(kit, {}), ...grill });
    const { rows } = await analyst.do(listSubjects, { words: '烧烤店' });
    const subjectId = rows[0]?.id ?? '';
    expect(rows).toMatchObject([{ name: grill.subject, verified: 0, open: 1 }]);
    const contest = { subjectId, clueId, how: 'window' as const, words: '当时店铺已经转让。' };
    await refused(analyst.do(contestRecord, contest), 'clues.nothing-to-contest');
    await filed(staff, clueId, '2026-03-05');
    expect(await analyst.do(readSubject, { subjectId })).toMatchObject({
      verified: 1,
      open: 0,
    });
    const listed = async () => (await analyst.do(listSubjectClues, { subjectId })).rows;
    expect(await listed()).toMatchObject([{ id: clueId, counts: true, canContest: true }]);
    const unknown = { ...contest, subjectId: clueId };
    await refused(analyst.do(contestRecord, unknown), 'clues.no-such-subject');
    const { contestId } = await analyst.do(contestRecord, contest);
    await refused(analyst.do(contestRecord, contest), 'clues.nothing-to-contest');
    expect((await analyst.do(listSubjects, { contested: 'open' })).rows).toHaveLength(1);
    const decide = { contestId, upheld: true, words };
    const own = kit.as('director', { accountId: analyst.actor.accountId });
    await refused(own.do(decideContest, decide), 'clues.own-contest');
    await refused(
      signer.do(decideContest, { ...decide, contestId: clueId }),
      'clues.no-such-contest',
    );
    await signer.do(decideContest, decide);
    await refused(signer.do(decideContest, decide), 'clues.contest-decided');
    expect(await analyst.do(readSubject, { subjectId })).toMatchObject({
      verified: 0,
      contestRows: [{ clueNo: 'XS2026-00001', upheld: true, decision: words }],
    });
    expect(await listed()).toMatchObject([{ counts: false, canContest: false }]);
    expect((await analyst.do(readFigures, march)).verified).toBe(1);
  }),
);

test(
  'every clue of a subject is listed, page by page, however many there are',
  inCity(async (kit) => {
    const { analyst } = clueStaff(kit);
    const { clueId } = await analyst.do(markClue, grill);
    await sql`
      insert into clues.clue
        (city_id, id, year, no, kind, subject_id, place, place_key, area_code, county_code, facts, facts_no, state,
         state_since, marked_at)
      select city_id, gen_random_uuid(), year, no + more, kind, subject_id, place, place_key, area_code, county_code,
        facts, facts_no, state, state_since, marked_at
      from clues.clue cross join generate_series(1, 130) as more
      where id = ${clueId}::uuid`.execute(kit.ctx.tx);
    const { subjectId } = await analyst.do(readClue, { clueId });
    const page = (cursor: string | null) =>
      analyst.do(listSubjectClues, { subjectId, ...(cursor === null ? {} : { cursor }) });
    const first = await page(null);
    const second = await page(first.next);
    const third = await page(second.next);
    const pages = [first, second, third].map(({ rows }) => rows.map(({ id }) => id));
    expect(pages.map((ids) => ids.length)).toEqual([50, 50, 31]);
    expect(new Set(pages.flat()).size).toBe(131);
    expect(third.next).toBeNull();
    await refused(analyst.do(listSubjectClues, { subjectId: clueId }), 'clues.no-such-subject');
    // Beside what else is known of the name only the latest stand, and it is said how many.
    const { clues, clueCap } = await analyst.do(wholeSubject, { name: grill.subject });
    expect(clues?.map((one) => one.clues.length)).toEqual([clueCap]);
  }),
);
