const beats = [0, 0.28, 0.56] as const;
const beatSeconds = 0.2;
const hertz = 880;
const loudness = 0.25;

let audio: AudioContext | null = null;

/** Browsers let a page sound only after somebody touched it; the first touch of the day opens the ear. */
export async function wakeSound(): Promise<void> {
  audio ??= new AudioContext();
  await audio.resume();
}

/** Nobody has touched this page since it was loaded: the alarm would be seen and not heard. */
export const isSilent = (): boolean => audio?.state !== 'running';

/** Three short beats, made here: no file to load when the line is bad. */
export function soundAlarm(): void {
  if (audio === null || audio.state !== 'running') return;
  const { destination, currentTime } = audio;
  for (const beat of beats) {
    const tone = audio.createOscillator();
    const gain = audio.createGain();
    tone.frequency.value = hertz;
    gain.gain.value = loudness;
    tone.connect(gain).connect(destination);
    tone.start(currentTime + beat);
    tone.stop(currentTime + beat + beatSeconds);
  }
}
