import { phoneNow } from '../../../shell/clock.ts';
import { Field, OneOf } from '../../../ui/field.tsx';
import type { KeptTick, TickValue, VisitItem } from './kept-visit.ts';
import { KeptWords } from './kept-words.tsx';
import { visitsText } from './text.ts';
import type { VisitPartProps } from './visit-part.ts';
import { VisitPhotos } from './visit-photos.tsx';

type Props = VisitPartProps & { item: VisitItem };

/** 一个核查项, answered in its own way. */
export function VisitItemPart(props: Props) {
  const { item, visit, visits } = props;
  const wantsPhoto = item.kind === 'photo' || item.wantsPhoto;
  return (
    <div className="visit-item">
      {item.kind === 'yes-no' ? null : <h3>{titleOf(item)}</h3>}
      <Answered {...props} />
      {wantsPhoto ? (
        <VisitPhotos label={item.name} itemCode={item.code} visit={visit} visits={visits} />
      ) : null}
    </div>
  );
}

const titleOf = ({ name, isRequired }: VisitItem): string =>
  isRequired ? visitsText.must(name) : name;

const yesNo = [
  { value: 'yes', label: visitsText.yes },
  { value: 'no', label: visitsText.no },
] as const;

function Answered({ item, visit, change }: Props) {
  const tick = visit.ticks.find(({ code }) => code === item.code);
  const say = (value: TickValue | null, note: string) =>
    change({ ticks: ticksWith(visit.ticks, item.code, value, note) });
  const note = tick?.note ?? '';
  switch (item.kind) {
    case 'photo':
      return null;
    case 'yes-no':
      return (
        <>
          <OneOf
            legend={titleOf(item)}
            options={yesNo}
            value={tick === undefined ? null : tick.value === true ? 'yes' : 'no'}
            onChange={(value) => say(value === 'yes', note)}
            layout="thirds"
          />
          {tick ? <Note note={note} onKeep={(words) => say(tick.value, words)} /> : null}
        </>
      );
    case 'number':
    case 'words':
      return <Typed item={item} tick={tick} say={say} />;
    default:
      return item.kind satisfies never;
  }
}

function Note({ note, onKeep }: { note: string; onKeep: (note: string) => void }) {
  return (
    <Field label={visitsText.note}>
      {(control) => (
        <KeptWords control={control} rows={1} most={500} value={note} onKeep={onKeep} />
      )}
    </Field>
  );
}

interface TypedProps {
  item: VisitItem;
  tick: KeptTick | undefined;
  say: (value: TickValue | null, note: string) => void;
}

function Typed({ item, tick, say }: TypedProps) {
  const isNumber = item.kind === 'number';
  const read = (words: string): TickValue | null => {
    const trimmed = words.trim();
    if (trimmed === '') return null;
    const number = Number(trimmed.replace('。', '.'));
    return isNumber && Number.isFinite(number) ? number : trimmed;
  };
  return (
    <Field label={isNumber ? visitsText.number(item.unit) : visitsText.note}>
      {(control) => (
        <KeptWords
          control={{ ...control, 'aria-label': item.name }}
          rows={isNumber ? 1 : 3}
          most={500}
          value={tick === undefined ? '' : String(tick.value)}
          {...(isNumber ? { isNumber: true as const } : {})}
          onKeep={(words) => say(read(words), '')}
        />
      )}
    </Field>
  );
}

/** A value put anew has its own moment; null takes it away. */
function ticksWith(
  ticks: readonly KeptTick[],
  code: string,
  value: TickValue | null,
  note: string,
): KeptTick[] {
  const others = ticks.filter((tick) => tick.code !== code);
  return value === null ? others : [...others, { code, value, note, seenAtMs: phoneNow() }];
}
