import { callBack, type ReplyOf } from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { OrderLine } from '../../ui/order-row.tsx';
import { followUpsQuery } from './call-back.queries.ts';
import { callBackText } from './text.ts';

type FollowUp = ReplyOf<typeof callBack.listFollowUps>['rows'][number];

const route = getRouteApi('/call-back');

interface FoundForm {
  stillSolved: boolean;
  note?: string;
}

function FinishButton({ row }: { row: FollowUp }) {
  const [open, setOpen] = useState(false);
  const act = useAct(callBack.finishFollowUp, {
    done: callBackText.followUpDone,
    stale: ['desk', 'counters', 'order'],
    quiet: true,
    onDone: () => setOpen(false),
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{callBackText.followUpSave}</Button>
      <FormDrawer<FoundForm>
        title={callBackText.followUpFound}
        open={open}
        onClose={() => setOpen(false)}
        isPending={act.isPending}
        error={act.error}
        onSubmit={({ stillSolved, note }) =>
          act.mutate({ followUpId: row.followUpId, stillSolved, note: note ?? '' })
        }
      >
        <Form.Item
          name="stillSolved"
          label={callBackText.stillSolved}
          rules={[{ required: true, message: callBackText.stillNeeded }]}
        >
          <Radio.Group
            options={[
              { value: true, label: callBackText.stillYes },
              { value: false, label: callBackText.stillNo },
            ]}
          />
        </Form.Item>
        <Form.Item name="note" label={callBackText.note}>
          <Input.TextArea rows={4} maxLength={1000} />
        </Form.Item>
      </FormDrawer>
    </>
  );
}

/** 到期复查: what was cured must stay cured. */
export function FollowUpList() {
  const { order } = route.useSearch();
  const navigate = useNavigate();
  const list = useInfiniteQuery(followUpsQuery);
  return (
    <KeysetList
      query={list}
      label={callBackText.followUp}
      keyOf={(row) => row.followUpId}
      empty={callBackText.emptyFollowUp}
      render={(row) => (
        <OrderLine
          row={row}
          isOpen={row.id === order}
          showsStatus
          onOpen={() => navigate({ to: '/orders/$orderId', params: { orderId: row.id } })}
          after={
            <div className="follow-up">
              <span className="soft">
                {callBackText.dueOn(row.dueOn)} · {callBackText.repeats(row.repeatsSince)}
              </span>
              <FinishButton row={row} />
            </div>
          }
        />
      )}
    />
  );
}
