import { ledgerSites, ledgers } from '@minsheng/contract';
import { type Scene, shown } from './scene.ts';

const dayMinutes = 24 * 60;

/** One after the other: told, talked to, taken down, looked at by somebody else, struck off. */
export async function cleared(scene: Scene, ledgerId: string): Promise<void> {
  const { checks, analyst, clock } = scene;
  checks.chapter('Cleared one by one');
  const { rows } = await analyst.call(ledgerSites.listSites, { ledgerId });
  const [first, ...others] = rows;
  await refusals(scene, first?.id ?? '');
  for (const { id } of rows.slice(0, -1)) {
    await tornDown(scene, id, id === first?.id);
    await clock.advance(3 * dayMinutes);
  }
  const half = await analyst.call(ledgers.readLedger, { ledgerId });
  checks.same('all but one are struck off', half.sums.closed, rows.length - 1);
  checks.same(
    'it closes with none open',
    await analyst.refusal(ledgers.closeLedger, { ledgerId, words: '全部整治完毕。' }),
    'ledgers.sites-open',
  );
  const last = others.at(-1)?.id ?? '';
  const reason = '现场没有棚屋,前年已经拆除。';
  await analyst.call(ledgerSites.writeOffSite, { siteId: last, reason });
  await clock.advance(9 * dayMinutes);
  await analyst.call(ledgers.closeLedger, { ledgerId, words: '点位全部销账或核销。' });
  await afterwards(scene, ledgerId, half.weeks);
}

/** What the path asks for is asked for. */
async function refusals({ checks, housing, analyst }: Scene, siteId: string): Promise<void> {
  const move = { siteId, to: 'told', words: '已送达告知书。', fileIds: [] };
  checks.same(
    'the centre does not move for the unit',
    await analyst.refusal(ledgerSites.moveSite, move),
    'identity.not-permitted',
  );
  checks.same(
    'nothing is struck off at once',
    await housing.refusal(ledgerSites.moveSite, { ...move, to: 'closed' }),
    'ledgers.no-such-move',
  );
}

async function tornDown(scene: Scene, siteId: string, isFirst: boolean): Promise<void> {
  const { checks, housing, analyst, clock } = scene;
  const on = (await clock.now()).toISOString().slice(0, 10);
  const move = (to: string, fileIds: string[]) =>
    housing.call(ledgerSites.moveSite, { siteId, to, words: '按路径推进。', fileIds });
  await move('told', []);
  const talk = { siteId, kind: 'talk', who: '社区网格员', on, next: '三天后复看。' } as const;
  await housing.call(ledgerSites.addTalk, { ...talk, said: '讲清安全隐患,搭建人同意拆除。' });
  await move('self', []);
  if (isFirst)
    checks.same(
      'no photo, no going on',
      await housing.refusal(ledgerSites.moveSite, {
        ...{ siteId, to: 'cleared', words: '已拆除。', fileIds: [] },
      }),
      'ledgers.photo-needed',
    );
  await move('cleared', [await shown(scene, housing, 6)]);
  const check = { siteId, to: 'closed', words: '照片与现场一致,同意销账。', fileIds: [] };
  if (isFirst)
    checks.same(
      'nor does the unit strike it off itself',
      await housing.refusal(ledgerSites.moveSite, check),
      'identity.not-permitted',
    );
  await analyst.call(ledgerSites.moveSite, check);
}

type Week = { weekOn: string; sites: number; closed: number };

async function afterwards(
  { checks, analyst, housing }: Scene,
  ledgerId: string,
  before: readonly Week[],
): Promise<void> {
  const { weeks, sums, linkedOrders, toldOrders } = await analyst.call(ledgers.readLedger, {
    ledgerId,
  });
  const past = before.slice(0, -1).map(({ weekOn, sites, closed }) => [weekOn, sites, closed]);
  checks.that('several weeks passed', past.length >= 3, past.length);
  checks.same(
    'what a week said it says for ever',
    weeks.slice(0, past.length).map(({ weekOn, sites, closed }) => [weekOn, sites, closed]),
    past,
  );
  checks.same('every place is cleared or written off', sums.sites, sums.closed);
  checks.same('one was written off', sums.writtenOff, 1);
  checks.same('everybody who told of one was told', toldOrders, linkedOrders);
  checks.same(
    'nobody says it again',
    weeks.slice(1).filter(({ appeals }) => appeals !== 0),
    [],
  );
  const seen = await housing.call(ledgers.readLedger, { ledgerId });
  checks.same('the unit reads its sites, not what was said', seen.weeks[0]?.appeals, null);
}
