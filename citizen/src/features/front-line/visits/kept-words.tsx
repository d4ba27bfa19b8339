import { useEffect, useRef, useState } from 'react';

interface Props {
  control: object;
  /** One line where it is 1. */
  rows: number;
  most: number;
  value: string;
  /** A number is typed with the phone's keys for numbers. */
  isNumber?: true;
  onKeep: (value: string) => void;
}

const restMs = 400;

/** Typed words, kept on the phone whenever the fingers rest. */
export function KeptWords({ control, rows, most, value, isNumber, onKeep }: Props) {
  const [typed, setTyped] = useState(value);
  const keep = useRef(onKeep);
  keep.current = onKeep;
  const kept = useRef(value);
  useEffect(() => {
    if (typed === kept.current) return;
    const timer = setTimeout(() => {
      kept.current = typed;
      keep.current(typed);
    }, restMs);
    return () => clearTimeout(timer);
  }, [typed]);
  const keepNow = () => {
    if (typed === kept.current) return;
    kept.current = typed;
    keep.current(typed);
  };
  const common = {
    ...control,
    value: typed,
    maxLength: most,
    onBlur: keepNow,
    onChange: ({ target }: { target: { value: string } }) => setTyped(target.value),
  };
  if (rows > 1) return <textarea rows={rows} {...common} />;
  return <input type="text" {...(isNumber ? { inputMode: 'decimal' as const } : {})} {...common} />;
}
