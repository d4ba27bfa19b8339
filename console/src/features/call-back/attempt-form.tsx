import {
  callBack,
  type Rating,
  type ReasonClass,
  ratingLabel,
  ratings,
  reasonClasses,
  reasonClassLabel,
  type SolvedAnswer,
  solvedAnswerLabel,
  solvedAnswers,
} from '@minsheng/contract';
import { Alert, Button, Form, Input, Radio } from 'antd';
import { useAct } from '../../shell/act.ts';
import { WhyRefused } from '../../ui/why-refused.tsx';
import { staleAfterCallBack } from './call-back.queries.ts';
import { callBackText } from './text.ts';

const hows = ['no-answer', 'busy', 'wrong-number', 'refused'] as const;

interface AttemptValues {
  reached?: boolean;
  how?: (typeof hows)[number];
  contacted?: 'yes' | 'no' | 'unsure';
  solved?: SolvedAnswer;
  processRating?: Rating;
  resultRating?: Rating;
  reason?: string;
  reasonClass?: ReasonClass;
}

const contactedAnswer = { yes: true, no: false, unsure: null } as const;

function bodyOf(values: AttemptValues) {
  if (values.reached !== true) {
    return { reached: false, ...(values.how === undefined ? {} : { how: values.how }) };
  }
  return {
    reached: true,
    answers: {
      contacted: contactedAnswer[values.contacted ?? 'unsure'],
      solved: values.solved ?? null,
      processRating: values.processRating ?? null,
      resultRating: values.resultRating ?? null,
      reason: values.reason ?? '',
      reasonClass: values.reasonClass ?? null,
    },
  };
}

const ratingOptions = ratings.map((value) => ({ value, label: ratingLabel[value] }));

function isUnhappy(values: AttemptValues): boolean {
  const bad: readonly (Rating | undefined)[] = ['dissatisfied', 'very-dissatisfied'];
  return (
    values.solved === 'not-solved' ||
    values.solved === 'partly' ||
    bad.includes(values.processRating) ||
    bad.includes(values.resultRating)
  );
}

/** Each question apart: contact, solved, process, result. */
function Questions({ unhappy }: { unhappy: boolean }) {
  return (
    <>
      <Form.Item name="contacted" label={callBackText.contacted}>
        <Radio.Group
          options={[
            { value: 'yes', label: callBackText.contactedYes },
            { value: 'no', label: callBackText.contactedNo },
            { value: 'unsure', label: callBackText.contactedUnsure },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="solved"
        label={callBackText.solved}
        rules={[{ required: true, message: callBackText.solvedNeeded }]}
      >
        <Radio.Group
          options={solvedAnswers.map((value) => ({ value, label: solvedAnswerLabel[value] }))}
        />
      </Form.Item>
      <Form.Item name="processRating" label={callBackText.process}>
        <Radio.Group options={ratingOptions} />
      </Form.Item>
      <Form.Item name="resultRating" label={callBackText.result}>
        <Radio.Group options={ratingOptions} />
      </Form.Item>
      {unhappy && (
        <>
          <Form.Item name="reason" label={callBackText.reason}>
            <Input.TextArea rows={3} maxLength={1000} />
          </Form.Item>
          <Form.Item
            name="reasonClass"
            label={callBackText.reasonClass}
            extra={callBackText.reasonClassHelp}
          >
            <Radio.Group
              options={reasonClasses.map((value) => ({ value, label: reasonClassLabel[value] }))}
            />
          </Form.Item>
        </>
      )}
    </>
  );
}

/** 回访记录: nobody reached is never anybody satisfied. */
export function AttemptForm({ orderId }: { orderId: string }) {
  const [form] = Form.useForm<AttemptValues>();
  const values: AttemptValues = Form.useWatch([], form) ?? {};
  const act = useAct(callBack.attempt, {
    done: callBackText.saved,
    stale: staleAfterCallBack,
    quiet: true,
    onDone: () => form.resetFields(),
  });
  return (
    <Form<AttemptValues>
      form={form}
      layout="vertical"
      className="attempt"
      onFinish={(typed) => act.mutate({ orderId, ...bodyOf(typed) })}
    >
      <h3>{callBackText.record}</h3>
      <Form.Item
        name="reached"
        label={callBackText.isReached}
        rules={[{ required: true, message: callBackText.reachedNeeded }]}
      >
        <Radio.Group
          options={[
            { value: true, label: callBackText.reached },
            { value: false, label: callBackText.notReached },
          ]}
        />
      </Form.Item>
      {values.reached === false && (
        <Form.Item
          name="how"
          label={callBackText.how}
          rules={[{ required: true, message: callBackText.howNeeded }]}
        >
          <Radio.Group
            options={hows.map((value) => ({ value, label: callBackText.hows[value] }))}
          />
        </Form.Item>
      )}
      {values.reached === true && <Questions unhappy={isUnhappy(values)} />}
      <WhyRefused error={act.error} />
      {act.data !== undefined && (
        <Alert
          className="gap-below"
          type="info"
          showIcon
          title={callBackText.next[act.data.next]}
        />
      )}
      <Button type="primary" htmlType="submit" loading={act.isPending}>
        {callBackText.save}
      </Button>
    </Form>
  );
}
