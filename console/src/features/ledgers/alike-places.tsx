import { likeReasonLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Checkbox, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { AreaPicker } from '../../ui/area-picker.tsx';
import { Ask } from '../../ui/ask.tsx';
import { Field } from '../../ui/field.tsx';
import { shortInstant } from '../../ui/format.ts';
import { StatusTag } from '../../ui/tags.tsx';
import { type Alike, alikeQuery, type Place } from './ledgers.queries.ts';
import { foundText as words } from './text.ts';

/** A place as it is to be written down. */
export interface Chosen {
  address: string;
  areaCode: string;
  point: Place['point'];
  orderIds: string[];
}

/** By the first order of its place. */
export type Choice = ReadonlyMap<string, Chosen>;

const keyOf = ({ orders }: Place): string => orders[0]?.id ?? '';

interface Props {
  begin: { orderId: string } | { ledgerId: string };
  words: string;
  areaCode: string;
  choice: Choice;
  onChoice: (choice: Choice) => void;
  /** What was looked for is what the ledger will be about. */
  onAsked: (asked: { words: string; areaCode: string }) => void;
  /** What stands beside a place that is in the ledger already. */
  known?: (place: Place) => ReactNode;
}

/** 查找同类: words, area and time; what is found is ticked place by place. */
export function AlikePlaces(props: Props) {
  const [typed, setTyped] = useState({ words: props.words, areaCode: props.areaCode, days: 365 });
  const [asked, setAsked] = useState<Alike>({ ...props.begin, ...typed });
  const found = useQuery(alikeQuery(asked));
  return (
    <>
      <form
        className="ledger-search"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked({ ...props.begin, ...typed });
          props.onAsked(typed);
        }}
      >
        <Field label={words.words}>
          {(id) => (
            <Input
              id={id}
              maxLength={60}
              value={typed.words}
              onChange={({ target }) => setTyped({ ...typed, words: target.value })}
            />
          )}
        </Field>
        <Field label={words.area}>
          {(id) => (
            <AreaPicker
              id={id}
              value={typed.areaCode}
              onChange={(code) => setTyped({ ...typed, areaCode: code ?? props.areaCode })}
            />
          )}
        </Field>
        <Field label={words.days}>
          {(id) => (
            <Select
              id={id}
              value={typed.days}
              options={[...words.dayOptions]}
              onChange={(days) => setTyped({ ...typed, days })}
            />
          )}
        </Field>
        <Button type="primary" htmlType="submit" loading={found.isFetching}>
          {words.search}
        </Button>
      </form>
      <p className="soft">{words.wordsHelp}</p>
      <Ask of={found}>
        {({ places, orders, isCut, shownCap }) => (
          <>
            <p role="status">
              <strong>{words.found(orders, places.length)}</strong>
            </p>
            {isCut && <p className="soft">{words.cut(shownCap)}</p>}
            {orders <= 1 && <p className="soft">{words.none}</p>}
            <ul className="ledger-places">
              {places.map((place) => (
                <li key={keyOf(place)}>
                  <OnePlace {...props} place={place} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Ask>
    </>
  );
}

function OnePlace({ place, choice, onChoice, known }: Props & { place: Place }) {
  const key = keyOf(place);
  const chosen = choice.get(key);
  const choose = (next: Chosen | null) => {
    const all = new Map(choice);
    if (next) all.set(key, next);
    else all.delete(key);
    onChoice(all);
  };
  const { address, areaCode, point, orders, site } = place;
  const fresh = { address, areaCode, point, orderIds: orders.map(({ id }) => id) };
  return (
    <>
      {site === null ? (
        <Checkbox
          checked={chosen !== undefined}
          onChange={({ target }) => choose(target.checked ? fresh : null)}
        >
          {words.choose}:{address} <span className="soft">{place.areaName}</span>
        </Checkbox>
      ) : (
        <p>
          <span className="chip chip-plain">{words.inLedger(site.no)}</span> {site.address}{' '}
          {known?.(place)}
        </p>
      )}
      {chosen && (
        <Field label={words.address} help={words.addressHelp}>
          {(id) => (
            <Input
              id={id}
              maxLength={120}
              value={chosen.address}
              onChange={({ target }) => choose({ ...chosen, address: target.value })}
            />
          )}
        </Field>
      )}
      <ul>
        {orders.map((order) => (
          <li key={order.id}>
            <Link to="/orders/$orderId" params={{ orderId: order.id }}>
              {order.title}
            </Link>{' '}
            <StatusTag status={order.status} />{' '}
            <span className="soft">
              {shortInstant(order.acceptedAt)}{' '}
              {order.reasons.map((reason) => likeReasonLabel[reason]).join('、')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
