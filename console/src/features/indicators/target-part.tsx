import { type FigureKey, figureWords, scorecard } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber } from 'antd';
import { useAct } from '../../shell/act.ts';
import { useMay } from '../../shell/session.ts';
import { FormButton } from '../../ui/form-button.tsx';
import { staleScorecard, targetsQuery } from './scorecard.queries.ts';
import { targetText as t } from './text.ts';

/** 目标值 of this one figure, and who governs may set another. */
export function TargetPart({ figure }: { figure: FigureKey }) {
  const may = useMay();
  const targets = useQuery(targetsQuery);
  if (figureWords(figure).measuredIn !== 'share' || !targets.data) return null;
  const target = targets.data.rows.find(({ indicator }) => indicator === figure);
  if (!target && !may('indicators.govern')) return null;
  return (
    <section>
      <h3>{t.title}</h3>
      <p>
        {target ? t.said(target.percent, target.source) : t.none}
        {target?.despite && (
          <>
            <br />
            {t.despite(target.despite)}
          </>
        )}
      </p>
      {may('indicators.govern') && <SetTarget figure={figure} percent={target?.percent ?? null} />}
    </section>
  );
}

interface Filled {
  percent: number;
  despite?: string;
}

function SetTarget({ figure, percent }: { figure: FigureKey; percent: number | null }) {
  const [form] = Form.useForm<Filled>();
  const isAll = Form.useWatch('percent', form) === 100;
  const act = useAct(scorecard.setTarget, { done: t.done, stale: staleScorecard, quiet: true });
  return (
    <FormButton
      label={t.set}
      help={t.help}
      act={act}
      form={form}
      {...(percent === null ? {} : { initial: { percent } })}
      input={(filled: Filled) => ({
        indicator: figure,
        percent: filled.percent,
        despite: filled.percent === 100 ? (filled.despite ?? null) : null,
      })}
    >
      <Form.Item name="percent" label={t.percent} rules={[{ required: true, message: t.needed }]}>
        <InputNumber min={0} max={100} precision={2} suffix="%" />
      </Form.Item>
      {isAll && (
        <Form.Item
          name="despite"
          label={t.why}
          extra={t.warning}
          rules={[{ required: true, whitespace: true, min: 4, message: t.whyNeeded }]}
        >
          <Input.TextArea rows={3} maxLength={200} />
        </Form.Item>
      )}
    </FormButton>
  );
}
