import { strFromU8, strToU8 } from "fflate";
import { UNSEEN } from "./word-chart.ts";

/** The part of a chart as the library writes it, with its font for Chinese letters too, and without the fill of bars that only carry others. */
export function chartPart(part: Uint8Array): Uint8Array {
  const xml = strFromU8(part)
    .replace(/<a:latin typeface="([^"+]+)"\/><a:ea typeface="\+mn-ea"\/>/gu, (_, font: string) =>
      ['<a:latin typeface="', '<a:ea typeface="'].map((name) => `${name}${font}"/>`).join(""),
    )
    .replaceAll(`<a:solidFill><a:srgbClr val="${UNSEEN}"/></a:solidFill>`, "<a:noFill/>");
  return strToU8(xml);
}
