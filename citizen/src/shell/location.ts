export interface Place {
  lng: number;
  lat: number;
  accuracyMetres: number;
}

const patienceMs = 10_000;

/** Where this phone is, or null when the person or the phone says no. Nothing depends on it. */
export function locate(): Promise<Place | null> {
  return new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve(null);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({
          lng: rounded(coords.longitude),
          lat: rounded(coords.latitude),
          accuracyMetres: Math.round(coords.accuracy),
        }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: patienceMs, maximumAge: 30_000 },
    );
  });
}

/** Six digits are about ten centimetres: more would only pretend. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
