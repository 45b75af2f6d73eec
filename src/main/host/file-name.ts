const FALLBACK = "未命名";

// Windows keeps these names for devices, with any extension and in any case.
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i;

// A name of 255 UTF-8 bytes is the limit of Linux; 150 leaves room for “ (999).png” and the temporary file's suffix.
const MAX_BYTES = 150;

/**
 * A file name without extension that Windows, macOS and Linux all take: no forbidden or invisible characters, no device
 * name, no dot or space at the ends, at most 150 bytes of UTF-8. Never empty.
 */
export function safeFileName(suggested: string): string {
  const cleaned = suggested
    .normalize("NFC")
    .replace(/[<>:"/\\|?*]/g, "_")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu, "")
    .replace(/\s+/gu, " ");
  const name = trimEnds(shortened(trimEnds(cleaned)));
  if (name === "") return FALLBACK;
  return DEVICE.test(name) ? `_${name}` : name;
}

/** The n-th name to try (from 1): `name.png`, `name (2).png`, `name (3).png` … */
export function numberedName(name: string, extension: string, attempt: number): string {
  return attempt === 1 ? `${name}.${extension}` : `${name} (${attempt}).${extension}`;
}

const trimEnds = (name: string): string => name.replace(/^[\s.]+|[\s.]+$/gu, "");

function shortened(name: string): string {
  let bytes = 0;
  let end = 0;
  for (const character of name) {
    bytes += Buffer.byteLength(character);
    if (bytes > MAX_BYTES) break;
    end += character.length;
  }
  return name.slice(0, end);
}
