import { Tick } from '../../ui/field.tsx';
import { frontLineText } from './text.ts';
import type { PlaceWish } from './use-place.ts';

const words = frontLineText.place;

export function PlaceTick({ wish }: { wish: PlaceWish }) {
  return (
    <>
      <Tick label={words.tick} hint={words.hint} isOn={wish.isWanted} onChange={wish.want} />
      {wish.isWanted ? (
        <p className="hint" role="status">
          {wish.isAsking
            ? words.asking
            : wish.place
              ? words.found(wish.place.accuracyMetres)
              : words.refused}
        </p>
      ) : null}
    </>
  );
}
