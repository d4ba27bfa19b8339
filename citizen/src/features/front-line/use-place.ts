import { useEffect, useState } from 'react';
import { kept } from '../../shell/kept.ts';
import { locate, type Place } from '../../shell/location.ts';

const wish = kept<boolean>('local', 'front-line.place.1');

export interface PlaceWish {
  isWanted: boolean;
  want: (isWanted: boolean) => void;
  isAsking: boolean;
  place: Place | null;
}

/** Where the worker stands, only after they said yes; the phone asks again by its own rules. */
export function usePlace(): PlaceWish {
  const [isWanted, setWanted] = useState(() => wish.read() ?? false);
  const [isAsking, setAsking] = useState(isWanted);
  const [place, setPlace] = useState<Place | null>(null);
  useEffect(() => {
    if (!isWanted) {
      setPlace(null);
      return;
    }
    let isGone = false;
    setAsking(true);
    void locate().then((found) => {
      if (isGone) return;
      setPlace(found);
      setAsking(false);
    });
    return () => {
      isGone = true;
    };
  }, [isWanted]);
  const want = (next: boolean) => {
    wish.write(next);
    setWanted(next);
  };
  return { isWanted, want, isAsking, place };
}
