import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { chartPart } from "./chart-part.ts";

const CHART = /^word\/charts\/chart\d+\.xml$/u;
const DOCUMENT = "word/document.xml";
const PACKED = /\.(?:png|xlsx)$/u;
/** A chart and a picture of it, in two runs that follow each other. */
const CHART_AND_PICTURE =
  /<w:r>(<w:drawing>(?:(?!<\/w:drawing>).)*<c:chart (?:(?!<\/w:drawing>).)*<\/w:drawing>)<\/w:r><w:r>(<w:drawing>(?:(?!<\/w:drawing>).)*<\/w:drawing>)<\/w:r>/gu;

/**
 * A Word file as the library packs it, with what it has no word for: letters and fills of charts, and a picture that stands in for
 * a chart where a program cannot draw it.
 */
export function finishedPackage(packed: Uint8Array): Uint8Array<ArrayBuffer> {
  const parts: Zippable = {};
  for (const [name, bytes] of Object.entries(unzipSync(packed))) {
    const part = CHART.test(name) ? chartPart(bytes) : name === DOCUMENT ? withStandIns(bytes) : bytes;
    parts[name] = PACKED.test(name) ? [part, { level: 0 }] : part;
  }
  return Uint8Array.from(zipSync(parts));
}

/**
 * What is asked for is knowledge of shapes, which every program has that draws charts in Word files: asked for charts, LibreOffice says
 * no and shows the picture.
 */
function withStandIns(document: Uint8Array): Uint8Array {
  const xml = strFromU8(document).replace(
    CHART_AND_PICTURE,
    (_, chart: string, picture: string) =>
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${chart}</mc:Choice>` +
      `<mc:Fallback>${picture}</mc:Fallback></mc:AlternateContent></w:r>`,
  );
  return strToU8(xml);
}
