import { type Urgency, urgencies, urgencyLabel } from '@minsheng/contract';
import { useIsFetching, useQuery } from '@tanstack/react-query';
import { Button, Input, Radio } from 'antd';
import { useMay } from '../../shell/session.ts';
import { useFollowed } from '../../ui/followed.ts';
import { assessQuery } from './intake.queries.ts';
import type { FormProps } from './intake-form.ts';
import { urgencyText } from './text.ts';

/** The rules' urgency for these words, read while the agent types. */
function useAssessed({ form }: Pick<FormProps, 'form'>) {
  const isAsking = useIsFetching({ queryKey: ['assess'] }) > 0;
  const content = useFollowed(form.content.trim(), 100, isAsking);
  const address = useFollowed(form.address.trim(), 300, isAsking);
  const { matterCode, point } = form;
  const asked = assessQuery(content, { matterCode, address, point });
  const hasWords = content.length >= 4;
  const { data } = useQuery({ ...asked, enabled: hasWords, placeholderData: (before) => before });
  // Words of an order just saved must not colour the next one.
  return hasWords ? data : undefined;
}

type Assessed = NonNullable<ReturnType<typeof useAssessed>>;

/** 识别建议: one press says whether it is a danger; either answer is learnt. */
function ProposedUrgency({
  assessed: { proposed, ruled },
  patch,
}: Pick<FormProps, 'patch'> & { assessed: Assessed }) {
  if (proposed === null) return null;
  return (
    <p className="proposed-urgency" role="status">
      {urgencyText.proposed(proposed.kind, proposed.words)}
      <Button
        size="small"
        danger
        onClick={() => patch({ urgency: 'U1', urgencyReason: urgencyText.saidDanger })}
      >
        {urgencyText.isDanger}
      </Button>
      <Button
        size="small"
        onClick={() => patch({ urgency: ruled, urgencyReason: urgencyText.saidNoDanger })}
      >
        {urgencyText.isNoDanger}
      </Button>
    </p>
  );
}

/** 紧急程度: the words that raised it are shown; only a shift lead may lower it. */
export function UrgencyPart({ form, patch }: FormProps) {
  const may = useMay();
  const assessed = useAssessed({ form });
  const computed = assessed?.urgency ?? null;
  const shown = form.urgency ?? computed ?? 'U3';
  const mayLower = may('intake.lower-urgency');
  const isLower = (urgency: Urgency) =>
    assessed !== undefined && urgencies.indexOf(urgency) > urgencies.indexOf(assessed.ruled);
  const choose = (urgency: Urgency) =>
    patch(urgency === computed ? { urgency: null, urgencyReason: '' } : { urgency });
  return (
    <div className={`urgency${shown === 'U1' ? ' is-alarm' : ''}`}>
      <fieldset className="choice">
        <legend>{urgencyText.title}</legend>
        <Radio.Group
          optionType="button"
          buttonStyle="solid"
          value={shown}
          onChange={(event) => choose(event.target.value)}
          options={urgencies.map((value) => ({
            value,
            label: urgencyLabel[value],
            disabled: isLower(value) && !mayLower,
          }))}
        />
        {computed !== null && form.urgency === null && (
          <span className="soft">
            {assessed?.proposed ? urgencyText.asProposed : urgencyText.asComputed}
          </span>
        )}
        {!mayLower && assessed?.proposed === null && assessed.ruled !== 'U4' && (
          <span className="soft">{urgencyText.lowerOnlyLead}</span>
        )}
      </fieldset>
      {assessed !== undefined && assessed.raisedBy.length > 0 && (
        <p className="raised" role="status">
          {urgencyText.raisedBy}:
          {assessed.raisedBy.map(({ trigger, words }) => (
            <mark key={trigger}>
              {trigger}({words.join('、')})
            </mark>
          ))}
          {assessed.isNight && <span>{urgencyText.night}</span>}
        </p>
      )}
      {assessed !== undefined && <ProposedUrgency assessed={assessed} patch={patch} />}
      {assessed !== undefined && assessed.doubted.length > 0 && (
        <p className="doubted" role="status">
          {assessed.doubted.map(({ trigger, words, calm }) => (
            <span key={trigger}>{urgencyText.doubted(trigger, words, calm)}</span>
          ))}
        </p>
      )}
      {form.urgency !== null && (
        <Input
          aria-label={urgencyText.reason}
          placeholder={urgencyText.reason}
          value={form.urgencyReason}
          maxLength={300}
          onChange={(event) => patch({ urgencyReason: event.target.value })}
        />
      )}
    </div>
  );
}
