import { plainXmlText } from "../word/plain-xml-text.ts";

/** What every object answers to without having it. */
const OF_EVERY_OBJECT = new RegExp(Object.getOwnPropertyNames(Object.prototype).join("|"), "gu");

/**
 * A chart's value with texts that can be drawn, on the screen and as a drawing in XML, which holds no control characters. ECharts keeps the widths of texts in a plain object by the text itself; one that is named like a part of every
 * object (`__proto__`, `constructor`) would be written into all objects of the page. A sign without width keeps such words apart.
 */
export function drawable<T>(chart: T): T {
  const mapped = mapTexts(chart);
  // Only texts differ, and texts stay texts.
  return mapped === chart ? chart : (mapped as T);
}

/** The same value where no text had to change. */
function mapTexts(value: unknown): unknown {
  if (typeof value === "string")
    return plainXmlText(value).replace(
      OF_EVERY_OBJECT,
      (word) => `${word.slice(0, 1)}\u{200b}${word.slice(1)}`,
    );
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    const mapped = list.map(mapTexts);
    return mapped.every((each, at) => each === list[at]) ? value : mapped;
  }
  const entries = Object.entries(value);
  const mapped = entries.map(([key, member]) => [key, mapTexts(member)] as const);
  return mapped.every(([, member], at) => member === entries[at]?.[1]) ? value : Object.fromEntries(mapped);
}
