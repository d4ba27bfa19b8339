import { dispatch } from '@minsheng/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { suggestionQuery } from './dispatch.queries.ts';
import type { Suggestion } from './suggestion-panel.tsx';
import { dispatchText } from './text.ts';

type Doubt = NonNullable<Suggestion['placeDoubt']>;

interface PlaceDoubtProps {
  orderId: string;
  doubt: Doubt | null;
  /** The catalogue answers anew for the place put right. */
  onSuggested: (suggestion: Suggestion) => void;
}

/** 地点存疑: a suggestion for the wrong place is a wrong suggestion. One press puts it right, another puts it back. */
export function PlaceDoubt({ orderId, doubt, onSuggested }: PlaceDoubtProps) {
  const [corrected, setCorrected] = useState<Doubt | null>(null);
  const { move, isMoving } = useMove(orderId, onSuggested);
  const said = doubt ?? corrected;
  if (said === null) return null;
  if (doubt === null) {
    const back = () => move(said.chosenCode, () => setCorrected(null));
    return (
      <Alert
        className="gap-below"
        type="success"
        showIcon
        role="status"
        title={dispatchText.placeCorrected(said.saidArea)}
        description={
          <Button loading={isMoving} onClick={back}>
            {dispatchText.placeBack(said.chosenArea)}
          </Button>
        }
      />
    );
  }
  const correct = () => move(said.saidCode, () => setCorrected(said));
  return (
    <Alert
      className="gap-below"
      type="warning"
      showIcon
      title={dispatchText.placeDoubt(said.saidArea, said.chosenArea)}
      description={
        <>
          <p className="place-doubt-why">{dispatchText.placeDoubtWhy(said.words)}</p>
          <Button loading={isMoving} onClick={correct}>
            {dispatchText.placeCorrect(said.saidArea)}
          </Button>
        </>
      }
    />
  );
}

function useMove(orderId: string, onSuggested: PlaceDoubtProps['onSuggested']) {
  const client = useQueryClient();
  const act = useAct(dispatch.correctPlace, {
    done: null,
    stale: ['order', 'order-timeline', 'desk'],
  });
  const move = (areaCode: string, onMoved: () => void) =>
    act.mutate(
      { orderId, areaCode },
      {
        onSuccess: async () => {
          onMoved();
          onSuggested(await client.fetchQuery({ ...suggestionQuery(orderId), staleTime: 0 }));
        },
      },
    );
  return { move, isMoving: act.isPending };
}
