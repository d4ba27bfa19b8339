import { appealTypeLabel, type learning, type ReplyOf } from '@minsheng/contract';
import { useIsFetching, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useKeys } from '../../shell/keys.ts';
import { useFollowed } from '../../ui/followed.ts';
import { suggestQuery } from './intake.queries.ts';
import { type FormProps, typeChosen } from './intake-form.ts';
import { suggestText } from './text.ts';

export type Suggested = ReplyOf<typeof learning.suggestForAppeal>;

const fewestCharacters = 6;

/** What was suggested for the words that stand there now: one request for matter, place and thing complained of. */
export function useSuggested({ form }: Pick<FormProps, 'form'>): Suggested | undefined {
  const isAsking = useIsFetching({ queryKey: ['suggest'] }) > 0;
  const content = useFollowed(form.content.trim(), 100, isAsking);
  const isAsked = content.length >= fewestCharacters;
  const { data } = useQuery({
    ...suggestQuery(form.title.trim(), content, form.areaCode),
    enabled: isAsked,
    placeholderData: (before) => before,
  });
  return isAsked ? data : undefined;
}

/** 类型建议: stands only while nobody has chosen a type. */
function TypeSuggestion({ type, form, patch }: FormProps & { type: Suggested['type'] }) {
  if (type === null) return null;
  const { code, probability, words } = type;
  const grounds = [
    probability === null ? suggestText.defaultType : suggestText.probability(probability),
    words.length === 0 ? '' : suggestText.words(words.join('、')),
  ];
  return (
    <p className="suggested-type">
      {suggestText.type}
      <Button onClick={() => patch(typeChosen(form, code))}>{appealTypeLabel[code]}</Button>
      <span className="soft">{grounds.filter((part) => part !== '').join(' · ')}</span>
    </p>
  );
}

function why(matter: Suggested['matters'][number]): string {
  const parts = [
    matter.isNamed ? suggestText.named : '',
    matter.probability === null ? '' : suggestText.probability(matter.probability),
    matter.words.length === 0 ? '' : suggestText.words(matter.words.join('、')),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function Grounds({ suggested }: { suggested: Suggested }) {
  const { catalogue, alike } = suggested;
  return (
    <>
      {catalogue !== null && (
        <p className="soft">
          {suggestText.catalogue(catalogue.unit.name, catalogue.rowId, catalogue.basis)}
        </p>
      )}
      {alike.length > 0 && (
        <p className="soft inline">
          {suggestText.alike}
          {alike.map((one) => (
            <Link key={one.orderId} to="/orders/$orderId" params={{ orderId: one.orderId }}>
              {one.title === '' ? one.orderNo : one.title} ({one.matterName})
            </Link>
          ))}
        </p>
      )}
    </>
  );
}

/** 事项建议: the machine's; one key or click takes it, and it never touches what a person chose. */
export function MatterSuggestions({ form, patch }: FormProps) {
  const suggested = useSuggested({ form });
  // Nothing once a person has chosen.
  const matters = form.matterCode === null ? (suggested?.matters ?? []) : [];
  const take = (matter: Suggested['matters'][number] | undefined) => {
    if (matter === undefined) return;
    const type = suggested?.type?.code ?? matter.type;
    patch({ matterCode: matter.code, ...(form.type === null ? typeChosen(form, type) : {}) });
  };
  useKeys({ F7: () => take(matters[0]) });
  if (suggested === undefined || matters.length === 0) return null;
  return (
    <section className="suggestions" aria-label={suggestText.title}>
      <h3>
        {suggestText.title}
        <small className="soft">{suggestText.help}</small>
      </h3>
      <ul className="plain-list">
        {matters.map((matter) => (
          <li key={matter.code}>
            <Button onClick={() => take(matter)}>
              {matter.group} / {matter.name}
            </Button>
            <span className="soft">
              {appealTypeLabel[matter.type]} · {why(matter)}
            </span>
          </li>
        ))}
      </ul>
      {form.type === null && <TypeSuggestion type={suggested.type} form={form} patch={patch} />}
      <Grounds suggested={suggested} />
    </section>
  );
}
