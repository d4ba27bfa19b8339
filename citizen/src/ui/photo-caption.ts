const smallestLetter = 14;

/** 水印: when and where, readable on the picture itself, on a dark band along its lower edge. */
export function drawCaption(canvas: HTMLCanvasElement, lines: readonly string[]): void {
  const pen = canvas.getContext('2d');
  if (!pen || lines.length === 0) return;
  pen.setTransform(1, 0, 0, 1, 0, 0);
  const letter = Math.max(smallestLetter, Math.round(canvas.width / 40));
  const high = Math.round(letter * 1.4);
  const top = canvas.height - high * lines.length - letter / 2;
  pen.fillStyle = 'rgba(0, 0, 0, 0.6)';
  pen.fillRect(0, top, canvas.width, canvas.height - top);
  pen.fillStyle = '#fff';
  pen.font = `${letter}px sans-serif`;
  pen.textBaseline = 'top';
  lines.forEach((line, index) => {
    pen.fillText(line, letter / 2, top + letter / 2 + high * index, canvas.width - letter);
  });
}
