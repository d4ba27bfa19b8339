import { fullInstant } from '../ui/format.ts';
import { nowMs, useNow } from './browser-clock.ts';
import { useMe } from './session.ts';

/** 水印: over every page stands who reads it and in which minute, so faintly that nobody minds; a photo still shows it. */
export function Watermark() {
  const { account } = useMe();
  useNow(30);
  const minute = fullInstant(new Date(nowMs()).toISOString());
  return (
    <svg className="watermark" aria-hidden="true">
      <defs>
        <pattern
          id="watermark"
          width="360"
          height="150"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-18)"
        >
          <text x="10" y="80">
            {account.login} {minute}
          </text>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="url(#watermark)" />
    </svg>
  );
}
