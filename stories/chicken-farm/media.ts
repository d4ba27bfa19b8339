import { campaigns } from '@minsheng/contract';
import { publicCampaigns } from '@minsheng/contract/public/campaigns.ts';
import { inventedPerson } from '../../server/src/demo/invented.ts';
import type { Funnel } from './funnel.ts';
import type { Scene } from './scene.ts';
import { opened } from './topic.ts';

export interface Stubborn {
  readonly id: string;
  readonly name: string;
}

/** 督办 of a problem: some of its open appeals, at one level; the next time louder. */
export async function pressed(
  { supervisor, ...scene }: Scene,
  entries: readonly Stubborn[],
  how: { level: 'S2' | 'S3'; instrument: 'notice' | 'work-reminder' },
): Promise<void> {
  for (const { id: entryId } of entries) {
    const orderIds = (await openOf({ supervisor, ...scene }, entryId)).slice(0, mostPressed);
    await supervisor.call(campaigns.superviseEntry, {
      ...{ entryId, orderIds, ...how },
      reason: '现场核查仍有污水外排,逾期未改。',
      demands: '限期建成处理设施,停止外排,报告整改情况。',
    });
  }
}

const mostPressed = 2;

/** Its appeals that a unit has in hand, as the page shows their status. */
export const openOf = async (scene: Scene, entryId: string): Promise<string[]> =>
  (await opened(scene, entryId)).orders.flatMap(({ order }) =>
    order.status === 'in-progress' ? [order.id] : [],
  );

/** 媒体问效: refused until nothing in it leads to a person, everybody has signed, and it was pressed twice. */
export async function handedToMedia(scene: Scene, entries: readonly Stubborn[]): Promise<void> {
  const { analyst, director, reviewer, checks } = scene;
  checks.chapter(`${entries.length} stubborn problems go to 问效漳州`);
  const texts: string[] = [];
  for (const [at, { id: entryId, name }] of entries.entries()) {
    const facts = `${name}:多人反映污水外排,两次督办后仍未建成处理设施,现场核查两次排口均有出水。`;
    if (at === 0) await refusedWithPerson(scene, entryId, facts);
    const { dossierId } = await analyst.call(campaigns.writeDossier, {
      ...{ entryId, facts, unit: '350600.sthj' },
    });
    const seen = await guessed(scene, entryId);
    const sign = (who: Scene['analyst'], part: Part, words: string, more: Dated = {}) =>
      who.call(campaigns.signDossier, { dossierId, ...seen, part, words, ...more });
    await sign(reviewer, 'redaction', '逐字看过,没有指向个人的内容。');
    if (at === 0)
      checks.same(
        'without the other signatures it stays here',
        await analyst.refusal(campaigns.handOverDossier, { dossierId }),
        'campaigns.sign-missing',
      );
    await sign(director, 'legal', '事实清楚,可以公开报道。');
    await sign(analyst, 'unit-comment', '承办单位表示限期整改。');
    await sign(analyst, 'consent', '没有人出镜,不涉及肖像。');
    await sign(analyst, 'schedule', '随专班到现场拍摄。', { on: '2025-02-27' });
    const { text } = await analyst.call(campaigns.handOverDossier, { dossierId });
    texts.push(text);
  }
  checks.same('every dossier left as it was signed', texts.length, entries.length);
  checks.that(
    'no number is in what left',
    texts.every((text) => !/\d{7}/.test(text)),
    texts,
  );
}

interface Dated {
  readonly on?: string;
  readonly link?: string;
}

type Part =
  | 'redaction'
  | 'legal'
  | 'unit-comment'
  | 'consent'
  | 'schedule'
  | 'broadcast'
  | 'after-check';

/** 播出、播后复查: when and where it was shown, and that somebody looked again. */
export async function shownAndLookedAt(scene: Scene, entries: readonly Stubborn[]): Promise<void> {
  const { analyst, checks } = scene;
  for (const [at, { id: entryId }] of entries.entries()) {
    const { dossier } = await analyst.call(campaigns.readDossier, { entryId });
    const seen = { dossierId: dossier?.id ?? '', factsNo: dossier?.factsNo ?? 0, nobody: [] };
    const sign = (part: Part, words: string, more: Dated) =>
      analyst.call(campaigns.signDossier, { ...seen, part, words, ...more });
    const link = `https://example.org/wenxiao/${at + 1}`;
    await sign('broadcast', '已在问效漳州栏目播出。', { on: '2025-03-05', link });
    await sign('after-check', '播后复查,设施建成,排口无出水。', { on: '2025-03-10' });
  }
  const read = await Promise.all(
    entries.map(({ id: entryId }) => analyst.call(campaigns.readDossier, { entryId })),
  );
  const parts = read.map(({ dossier }) => dossier?.signs.filter(({ isOld }) => !isOld).length);
  checks.same(
    'each dossier has all seven parts signed',
    parts,
    entries.map(() => 7),
  );
}

/** The wording the signer sees, and the names in it only guessed from their characters: places. */
async function guessed({ analyst }: Scene, entryId: string) {
  const { dossier } = await analyst.call(campaigns.readDossier, { entryId });
  const { factsNo = 0, scan = [] } = dossier ?? {};
  return { factsNo, nobody: scan.flatMap((one) => (one.mayBeNobody ? [one.words] : [])) };
}

async function refusedWithPerson(scene: Scene, entryId: string, facts: string): Promise<void> {
  const { analyst, reviewer, checks } = scene;
  const { name, phone } = inventedPerson(`chicken-farm dossier ${scene.seed}`);
  const { dossierId } = await analyst.call(campaigns.writeDossier, {
    ...{ entryId, facts: `${facts}联系人${name},电话${phone}。`, unit: '350600.sthj' },
  });
  checks.same(
    'with a number in it nobody may sign',
    await reviewer.refusal(campaigns.signDossier, {
      ...{ dossierId, part: 'redaction', words: '已看过。' },
      ...(await guessed(scene, entryId)),
    }),
    'campaigns.scan-finds',
  );
}

/** 公开进展: words a second person signs; what anybody reads holds numbers and those words. */
export async function progressPublic(
  scene: Scene,
  campaignId: string,
  entries: readonly Stubborn[],
): Promise<void> {
  const { analyst, director, checks, seed } = scene;
  checks.chapter('What anybody reads of it');
  const write = (title: string, words: string, entryId?: string) =>
    analyst.call(campaigns.writePublicText, {
      ...{ campaignId, title, words },
      ...(entryId !== undefined && { entryId }),
    });
  const { phone } = inventedPerson(`chicken-farm public ${seed}`);
  const { textId: bad } = await write('整治进展', `感谢来电${phone}的反映。`);
  checks.same(
    'words with a number are not signed',
    await director.refusal(campaigns.signPublicText, { textId: bad, nobody: [] }),
    'campaigns.scan-finds',
  );
  const texts = [
    (await write('养鸡场污水专项整治', '六个部门进驻热线中心,逐处核查,限期整改。')).textId,
  ];
  for (const [at, { id }] of entries.entries())
    texts.push((await write(`问效问题${at + 1}`, '正在建设沉淀池,雨水污水分开。', id)).textId);
  for (const textId of texts) await director.call(campaigns.signPublicText, { textId, nobody: [] });
}

/** The page as a stranger gets it, held against all that was told. */
export async function nothingPersonal(
  { citizen, checks }: Scene,
  told: readonly { content: string; orderId: string }[],
  { all, rectified, open }: Funnel,
): Promise<void> {
  const page = await citizen.call(publicCampaigns, {});
  const [row] = page.rows;
  checks.same(
    'its numbers are those of the funnel',
    [row?.problems, row?.rectified, row?.open],
    [all.problems, rectified.problems, open.problems],
  );
  const text = JSON.stringify(page);
  const said = told.flatMap(
    ({ content }) => content.match(/1\d{10}|我叫\p{Script=Han}{2,3}/gu) ?? [],
  );
  const names = said.map((one) => one.replace('我叫', ''));
  checks.same(
    `of ${names.length} names and numbers people told, none is on the page; nor any number, nor any order`,
    [...names, ...told.map(({ orderId }) => orderId)].filter((one) => text.includes(one)),
    [],
  );
  checks.that('no run of digits as long as a number is on it', !/\d{7}/.test(text));
  checks.same('six told of by themselves', row?.progress.length, 6);
}
