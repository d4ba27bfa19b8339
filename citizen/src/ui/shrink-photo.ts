import { exifBlock, exifTurn } from './exif-turn.ts';
import { drawCaption } from './photo-caption.ts';

export interface SmallPhoto {
  blob: Blob;
  /** Small picture for the screen, as data: address. */
  thumb: string;
}

const longestSide = 1600;
const thumbSide = 200;
const mostBytes = 2 * 1024 * 1024;
const qualities = [0.85, 0.7, 0.5, 0.35];

/**
 * A photo as upright JPEG, at most 1600 px and 2 MB. Redrawing also drops what the camera wrote into the file
 * (place, device): the citizen gives the place only by saying so. The lines of the caption are drawn on its lower edge.
 * Null when this phone cannot open the file.
 */
export async function shrinkPhoto(
  file: Blob,
  caption: readonly string[],
): Promise<SmallPhoto | null> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return null;
  const turn = (await turnsBySelf()) ? 1 : exifTurn(await bytesOf(file));
  try {
    const large = drawn(picture, turn, longestSide);
    drawCaption(large, caption);
    const blob = await smallEnough(large);
    if (!blob) return null;
    return { blob, thumb: drawn(picture, turn, thumbSide).toDataURL('image/jpeg', 0.6) };
  } finally {
    picture.close();
  }
}

async function smallEnough(canvas: HTMLCanvasElement): Promise<Blob | null> {
  let last: Blob | null = null;
  for (const quality of qualities) {
    last = await jpegOf(canvas, quality);
    if (!last || last.size <= mostBytes) return last;
  }
  return last;
}

function jpegOf(canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
}

function drawn(picture: ImageBitmap, turn: number, side: number): HTMLCanvasElement {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const canvas = document.createElement('canvas');
  const liesOnSide = turn >= 5;
  canvas.width = liesOnSide ? height : width;
  canvas.height = liesOnSide ? width : height;
  const pen = canvas.getContext('2d');
  if (!pen) return canvas;
  // Transparent pictures become white, not black.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.transform(...turned(turn, width, height));
  pen.drawImage(picture, 0, 0, width, height);
  return canvas;
}

type Matrix = [number, number, number, number, number, number];

function turned(turn: number, width: number, height: number): Matrix {
  const byTurn: Record<number, Matrix> = {
    2: [-1, 0, 0, 1, width, 0],
    3: [-1, 0, 0, -1, width, height],
    4: [1, 0, 0, -1, 0, height],
    5: [0, 1, 1, 0, 0, 0],
    6: [0, 1, -1, 0, height, 0],
    7: [0, -1, -1, 0, height, width],
    8: [0, -1, 1, 0, 0, width],
  };
  return byTurn[turn] ?? [1, 0, 0, 1, 0, 0];
}

let known: Promise<boolean> | null = null;

/** Does this browser turn pictures upright by itself? Chrome 80 does not; asked once, with a picture of 2 × 1 points. */
function turnsBySelf(): Promise<boolean> {
  known = known ?? tryTurn();
  return known;
}

async function tryTurn(): Promise<boolean> {
  const canvas = document.createElement('canvas');
  canvas.width = 2;
  canvas.height = 1;
  const flat = await jpegOf(canvas, 0.5);
  if (!flat) return true;
  const marked = new Blob([flat.slice(0, 2), exifBlock(6), flat.slice(2)], { type: 'image/jpeg' });
  const picture = await createImageBitmap(marked).catch(() => null);
  const stands = picture !== null && picture.height > picture.width;
  picture?.close();
  return stands;
}

/** FileReader instead of Blob.arrayBuffer: the oldest WebViews have no other. */
function bytesOf(file: Blob): Promise<ArrayBuffer> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () =>
      resolve(reader.result instanceof ArrayBuffer ? reader.result : new ArrayBuffer(0));
    reader.onerror = () => resolve(new ArrayBuffer(0));
    reader.readAsArrayBuffer(file.slice(0, 128 * 1024));
  });
}
