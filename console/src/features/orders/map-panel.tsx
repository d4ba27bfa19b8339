import { useMemo } from 'react';
import { MapPoints } from '../../ui/map-point.tsx';
import type { OrderPageView } from '../../ui/order-facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { mapText } from '../../ui/text.ts';
import { orderText } from './text.ts';

/** The place and the places of the photos. */
export function MapPanel({ order }: { order: OrderPageView }) {
  const { point, address, areaName, files } = order;
  const marks = useMemo(() => {
    const own = point === null ? [] : [{ ...point, name: address === '' ? areaName : address }];
    const photos = files.flatMap((file) =>
      file.point === null ? [] : [{ ...file.point, name: file.unitName ?? '' }],
    );
    return [...own, ...photos];
  }, [point, address, areaName, files]);
  return (
    <Panel title={orderText.map}>
      {point === null ? (
        <p className="soft">{orderText.noPoint}</p>
      ) : (
        <p className="soft">{mapText.coordinates(point.lng, point.lat)}</p>
      )}
      {marks.length > 0 && <MapPoints marks={marks} />}
    </Panel>
  );
}
