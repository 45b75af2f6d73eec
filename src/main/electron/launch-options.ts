import { VALUE_OPTIONS } from "../host/command-line.ts";

/**
 * The words of a command line that are the program's own. Electron and Chromium put switches of theirs among
 * them, and a system may add a file or a process number, so everything else is left out.
 */
export function ownWords(words: readonly string[]): string[] {
  return words.flatMap((word, index) => {
    if (word === "--smoke") return [word];
    const option = VALUE_OPTIONS.find((name) => word === name || word.startsWith(`${name}=`));
    if (option === undefined) return [];
    return word === option ? words.slice(index, index + 2) : [word];
  });
}

/**
 * Chromium's switches for a program that never speaks to a network: names do not resolve, every connection goes to a closed
 * port, WebRTC has no way around it, and the engine's own services stay quiet.
 */
export const OFFLINE_SWITCHES: readonly (readonly [string, string?])[] = [
  ["proxy-server", "http://127.0.0.1:9"],
  ["proxy-bypass-list", "<-loopback>"],
  ["host-resolver-rules", "MAP * ~NOTFOUND"],
  ["webrtc-ip-handling-policy", "disable_non_proxied_udp"],
  ["force-webrtc-ip-handling-policy", "disable_non_proxied_udp"],
  ["disable-background-networking"],
  ["disable-component-update"],
  ["disable-domain-reliability"],
  ["no-pings"],
];

/** The language of a first start by the system's preferred ones: Chinese unless another language comes first. */
export function firstLocale(languages: readonly string[]): "zh-CN" | "en" {
  const first = languages[0];
  return first === undefined || /^zh\b/i.test(first) ? "zh-CN" : "en";
}
