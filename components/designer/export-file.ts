import type { DesignerApi, ExportFormat } from './api';

/** Pixels of a PNG per pixel of the diagram: sharp on any screen and in print. */
const PNG_SCALE = 2;
/** Browsers refuse to draw canvases beyond this, in pixels on a side. */
const MOST_PIXELS = 16_384;

/** Saves the draft, or a version, as a file on the person's computer. PNG is drawn here, from the server's SVG. */
export async function saveExport(
  api: Pick<DesignerApi, 'exportUrl'>,
  format: ExportFormat,
  { name, plane }: { name: string; plane?: string },
): Promise<void> {
  const response = await fetch(api.exportUrl(format === 'png' ? 'svg' : format, { plane }));
  if (!response.ok) throw new Error(`The server answered ${response.status}`);
  const file = format === 'png' ? await pngOf(await response.text()) : await response.blob();
  download(file, `${name}.${format}`);
}

/** An SVG file as a PNG of twice its size, or as large as a browser can draw it. */
async function pngOf(svg: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const scale = Math.min(PNG_SCALE, MOST_PIXELS / Math.max(image.width, image.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large'))),
        'image/png',
      ),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}

function download(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The browser reads the address after the click; a minute is longer than it needs.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
