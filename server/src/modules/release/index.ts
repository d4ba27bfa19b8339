/** 外发: what leaves the centre without personal data. */
import './redact-release.ts';
