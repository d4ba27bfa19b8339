import { disputes, type ReplyOf, returnReasonLabel } from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import dayjs from 'dayjs';
import { call } from '../../shell/call.ts';
import { useMe } from '../../shell/session.ts';
import { dayText, shortInstant } from '../../ui/format.ts';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { keysetPages } from '../../ui/keyset-pages.ts';
import { MonthField } from '../../ui/month-field.tsx';
import { OrderLine } from '../../ui/order-row.tsx';
import { repeatsText as t } from './text.ts';

type Repeats = ReplyOf<typeof disputes.listRepeats>;
type Repeat = Repeats['rows'][number];

const route = getRouteApi('/disputes');

const repeatsQuery = (month: string, unit: string | undefined) =>
  keysetPages({
    queryKey: ['repeated-returns', month, unit ?? 'all'],
    topics: ['desk:in-dispute'],
    page: (from, signal) =>
      call(
        disputes.listRepeats,
        {
          from: `${month}-01`,
          to: dayjs(`${month}-01`).endOf('month').format('YYYY-MM-DD'),
          ...(unit === undefined ? {} : { unit }),
          ...from,
        },
        { signal },
      ),
  });

/** 重复退单 of a month: units first, then the orders. */
export function RepeatedReturns() {
  const me = useMe();
  const { month = dayText(me.now).slice(0, 7), unit } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(repeatsQuery(month, unit));
  const show = (changes: { month?: string; unit?: string | undefined }) =>
    navigate({ search: { tab: 'repeats', month, unit, ...changes } });
  const pages = list.data?.pages ?? [];
  const hidden = pages.reduce((sum, page) => sum + page.hidden, 0);
  return (
    <>
      <p className="soft gap-below">{t.help}</p>
      <MonthField label={t.month} month={month} onMonth={(next) => show({ month: next })} />
      <ByUnit
        units={pages[0]?.units ?? []}
        chosen={unit}
        onChoose={(next) => show({ unit: next })}
      />
      <KeysetList
        query={list}
        label={t.list}
        keyOf={({ order, ruledAt }) => `${order.id} ${ruledAt}`}
        empty={t.empty}
        render={(one) => <RepeatLine one={one} />}
      />
      {hidden > 0 && <p className="soft">{t.hidden(hidden)}</p>}
    </>
  );
}

interface ByUnitProps {
  units: Repeats['units'];
  chosen: string | undefined;
  onChoose: (unit: string | undefined) => void;
}

function ByUnit({ units, chosen, onChoose }: ByUnitProps) {
  if (units.length === 0) return null;
  const choices = [
    { code: undefined, label: t.every },
    ...units.map(({ unit, count }) => ({ code: unit.code, label: t.unit(unit.name, count) })),
  ];
  return (
    <fieldset className="plain-set inline gap-below" aria-label={t.byUnit}>
      {choices.map(({ code, label }) => (
        <Button
          key={code ?? 'all'}
          type={code === chosen ? 'primary' : 'default'}
          aria-pressed={code === chosen}
          onClick={() => onChoose(code)}
        >
          {label}
        </Button>
      ))}
    </fieldset>
  );
}

function RepeatLine({ one }: { one: Repeat }) {
  const navigate = route.useNavigate();
  return (
    <>
      <OrderLine
        row={one.order}
        isOpen={false}
        showsStatus
        onOpen={() => navigate({ to: '/orders/$orderId', params: { orderId: one.order.id } })}
      />
      <p className="soft">
        {one.unit.name} · {t.basis(returnReasonLabel[one.reason], one.basis)}
        <br />
        {t.when(
          shortInstant(one.rejectedBeforeAt),
          shortInstant(one.askedAt),
          shortInstant(one.ruledAt),
          one.ruledBy,
        )}
      </p>
    </>
  );
}
