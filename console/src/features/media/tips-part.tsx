import { tipBoxes, tipBoxLabel, tipSourceLabel, tipStateLabel } from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { BoxedPage } from '../../ui/boxed-page.tsx';
import { shortInstant } from '../../ui/format.ts';
import { rowsOf } from '../../ui/keyset-list.tsx';
import type { LineWords } from '../../ui/list-line.tsx';
import { EnterTip } from './enter-tip.tsx';
import { type TipRow, tipsQuery } from './media.queries.ts';
import { tipsText as words } from './text.ts';
import { TipDetail } from './tip-detail.tsx';

const route = getRouteApi('/media');

const lineOf = (row: TipRow): LineWords => ({
  title: row.content.slice(0, 60),
  tags: (
    <>
      <span className="chip chip-plain">{tipSourceLabel[row.source]}</span>
      <span className="chip chip-plain">{tipStateLabel[row.state]}</span>
      {row.isLate && <span className="chip chip-alarm">{words.late}</span>}
    </>
  ),
  meta: [words.no(row.no), row.sourceName, shortInstant(row.receivedAt)],
});

/** 媒体线索: each until it has an end. */
export function TipsPart() {
  const { tips: box = 'open', open } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(tipsQuery(box));
  const first = list.data?.pages[0];
  const chosen = rowsOf(list.data).find(({ id }) => id === open);
  return (
    <BoxedPage
      text={words}
      box={box}
      onBox={(next) => navigate({ search: { part: 'tips', tips: next } })}
      tabs={tipBoxes.map((name) => ({
        name,
        label: tipBoxLabel[name],
        count: first?.counts[name] ?? null,
      }))}
      acts={first?.can.work === true && <EnterTip />}
      list={list}
      line={lineOf}
      open={chosen && open}
      onOpen={(next) => navigate({ search: { part: 'tips', tips: box, open: next } })}
      detail={() =>
        chosen && (
          <TipDetail
            key={chosen.id}
            tip={chosen}
            mayWork={first?.can.work === true}
            onEnded={(state) =>
              navigate({ search: { part: 'tips', tips: state, open: chosen.id } })
            }
          />
        )
      }
    />
  );
}
