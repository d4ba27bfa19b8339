interface NoneFoundProps {
  isShown: boolean;
  words: string;
}

/** Says under a picker that nothing fits; an empty list would be a riddle to a screen reader. */
export function NoneFound({ isShown, words }: NoneFoundProps) {
  return (
    <p role="status" className="field-help">
      {isShown ? words : ''}
    </p>
  );
}
