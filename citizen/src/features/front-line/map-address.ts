interface Spot {
  point: { lng: number; lat: number } | null;
  address: string;
}

/** An address that opens the phone's own map app; no map service of ours is needed. Null without any place. */
export function mapAddress({ point, address }: Spot, userAgent: string): string | null {
  if (!point && address.trim() === '') return null;
  const isApple = /iPhone|iPad|iPod/.test(userAgent);
  const words = encodeURIComponent(address.trim());
  if (!point) return isApple ? `maps://?q=${words}` : `geo:0,0?q=${words}`;
  const spot = `${point.lat},${point.lng}`;
  return isApple ? `maps://?ll=${spot}&q=${words || spot}` : `geo:${spot}?q=${spot}`;
}
