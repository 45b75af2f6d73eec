import { strFromU8, strToU8 } from "fflate";
import { RING_SIZE, UNSEEN } from "./word-chart.ts";

const RING = new RegExp(
  `(<c:size val="${RING_SIZE}"/><c:spPr>)<a:solidFill><a:srgbClr val="[0-9A-F]{6}"/></a:solidFill>`,
  "gu",
);

/** The part of a chart as the library writes it, with its font for Chinese letters too, without the fill of bars that only carry others, and with rings on paper. */
export function chartPart(part: Uint8Array): Uint8Array {
  const xml = strFromU8(part)
    .replace(/<a:latin typeface="([^"+]+)"\/><a:ea typeface="\+mn-ea"\/>/gu, (_, font: string) =>
      ['<a:latin typeface="', '<a:ea typeface="'].map((name) => `${name}${font}"/>`).join(""),
    )
    .replaceAll(`<a:solidFill><a:srgbClr val="${UNSEEN}"/></a:solidFill>`, "<a:noFill/>")
    .replace(RING, '$1<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>');
  return strToU8(xml);
}
