import type { Log } from "#main/host/log-file.ts";

/** A log that keeps its lines instead of writing them. */
export function silentLog(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  return {
    lines,
    write: (level, message) => void lines.push(`${level} ${message}`),
    bug: (error) => void lines.push(`bug ${String(error)}`),
  };
}
